import { type ReactNode, useId } from 'react';
import { Badge } from '../../../ui/card.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import type { GuideLanguage, GuideProcedure } from '../contract.ts';
import { inLanguage } from '../rules.ts';
import { Checklist } from './checklist.tsx';

interface RowProps {
  procedure: GuideProcedure;
  /** In which the checklist opens. */
  language: GuideLanguage;
  /** The language the person speaks with the desk. */
  spoken?: string;
  canMail: boolean;
  isOffline: boolean;
  isOpen: boolean;
  onToggle: () => void;
  /** The rank of its name among the headings around it. */
  heading?: 'h2' | 'h3';
  /** What those who keep the procedures may do with it. */
  acts?: ReactNode;
}

/** A procedure by its name, which opens its checklist beneath itself. */
export function ProcedureRow({ procedure, isOpen, onToggle, heading: Heading = 'h3', acts, ...rest }: RowProps) {
  const { t, language } = useLanguage();
  const panel = useId();
  return (
    <div className="flex flex-col">
      <Heading className="text-[1.02rem]">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={onToggle}
          className="flex min-h-12 w-full items-center gap-3 py-2 text-start hover:text-primary"
        >
          <svg
            aria-hidden="true"
            viewBox="0 0 16 16"
            className={`size-4 shrink-0 text-primary ${isOpen ? 'rotate-90' : 'rtl:-scale-x-100'}`}
          >
            <path d="M5.5 3l5 5-5 5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          <span className="flex min-w-0 grow flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 grow basis-48">{inLanguage(procedure.title, language)}</span>
            {procedure.isOwn && <Badge tone="info">{t('guide.own')}</Badge>}
          </span>
        </button>
      </Heading>
      <div id={panel} hidden={!isOpen} className="flex flex-col gap-4 pb-4">
        {isOpen && <Checklist procedure={procedure} {...rest} />}
        {isOpen && acts}
      </div>
    </div>
  );
}
