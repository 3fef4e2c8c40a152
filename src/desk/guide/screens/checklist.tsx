import { useState } from 'react';
import { Notice } from '../../../ui/card.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import type { GuideLanguage, GuideProcedure, Paper } from '../contract.ts';
import { labels } from '../labels.ts';
import { allUnsure, inLanguage, isUnread, isUnsure, isWrittenFor, languagesOf } from '../rules.ts';
import { Doubt } from './doubt.tsx';
import { ProcedureFacts } from './procedure-facts.tsx';
import { TakeHome } from './take-home.tsx';

interface ChecklistProps {
  procedure: GuideProcedure;
  language: GuideLanguage;
  /** The language the person speaks with the desk; none where nobody sits in front of it. */
  spoken?: string;
  canMail: boolean;
  isOffline: boolean;
}

/** All that a person needs to know of a procedure, in the language they read; their papers are ticked off. */
export function Checklist({ procedure, language, spoken, canMail, isOffline }: ChecklistProps) {
  const { t, language: own } = useLanguage();
  const offered = languagesOf(procedure);
  const [chosen, setChosen] = useState<GuideLanguage>();
  const [ready, setReady] = useState<number[]>([]);
  const wanted = chosen ?? language;
  const shown = offered.includes(wanted) ? wanted : 'fr';
  const say = labels[shown];
  const { papers, warning } = procedure;
  const once = allUnsure(papers);
  const toggle = (index: number, isReady: boolean): void =>
    setReady((before) => (isReady ? [...before, index] : before.filter((other) => other !== index)));
  return (
    <>
      {spoken !== undefined && !isWrittenFor(procedure, spoken) && <Notice tone="plain">{t(`guide.language.absent.${shown}`)}</Notice>}
      <fieldset className="flex flex-wrap gap-2">
        <legend className="pb-1 text-sm text-quiet">{t('guide.language')}</legend>
        {offered.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            aria-pressed={one === shown}
            onClick={() => setChosen(one)}
            className={`min-h-11 rounded-full border px-4 font-semibold ${one === shown ? 'border-primary bg-primary text-white' : 'border-edge bg-card text-primary'}`}
          >
            {t(`guide.language.${one}`)}
          </button>
        ))}
      </fieldset>
      <div lang={shown} dir={shown === 'ar' ? 'rtl' : 'ltr'} className="flex flex-col gap-4">
        {shown !== own && <p className="font-bold">{inLanguage(procedure.title, shown)}</p>}
        <p>{inLanguage(procedure.about, shown)}</p>
        {warning && (
          <Notice tone="warn">
            <p className="font-semibold">
              {inLanguage(warning, shown)}
              {warning.toBeConfirmed && <Doubt language={shown} />}
            </p>
          </Notice>
        )}
        {papers.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <fieldset className="flex flex-col gap-1">
            <legend className="font-bold">
              {say.missing}
              {once && <Doubt language={shown} />}
            </legend>
            <p lang={own} dir={own === 'ar' ? 'rtl' : 'ltr'} className="text-sm text-quiet">
              {t('guide.tick')}
            </p>
            <ul className="flex flex-col">
              {papers.map((paper, index) => (
                <li key={paper.name.fr}>
                  <PaperTick
                    paper={paper}
                    language={shown}
                    isMarked={!once}
                    isReady={ready.includes(index)}
                    onChange={(isReady) => toggle(index, isReady)}
                  />
                </li>
              ))}
            </ul>
          </fieldset>
        )}
        <ProcedureFacts procedure={procedure} language={shown} />
        {isUnsure(procedure) && <p className="text-sm text-quiet">{say.unsure}</p>}
        {isUnread(procedure, shown) && <p className="text-sm text-quiet">{say.unread}</p>}
      </div>
      {procedure.training && (
        <details>
          <summary className="min-h-11 content-center font-semibold text-primary">{t('guide.training')}</summary>
          <p className="rounded-xl bg-sand px-4 py-3">{inLanguage(procedure.training, own)}</p>
        </details>
      )}
      <TakeHome procedure={procedure} language={shown} ready={ready} canMail={canMail} isOffline={isOffline} />
    </>
  );
}

interface PaperProps {
  paper: Paper;
  language: GuideLanguage;
  /** Whether its own doubt is said. */
  isMarked: boolean;
  isReady: boolean;
  onChange: (isReady: boolean) => void;
}
function PaperTick({ paper, language, isMarked, isReady, onChange }: PaperProps) {
  const say = labels[language];
  const more = [
    paper.note && inLanguage(paper.note, language),
    paper.from && `${say.from}${language === 'fr' ? ' :' : ':'} ${inLanguage(paper.from, language)}`,
    isMarked && paper.toBeConfirmed && say.toBeConfirmed,
  ].filter(Boolean);
  return (
    <>
      <Tick label={inLanguage(paper.name, language)} isChosen={isReady} onChange={onChange} />
      {more.length > 0 && <p className="-mt-2 ps-8 pb-1 text-sm text-quiet">{more.join(' · ')}</p>}
    </>
  );
}
