import { useEffect, useState } from 'react';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { GuideLanguage, GuideProcedure } from '../contract.ts';
import { plainText } from '../plain-text.ts';
import { inLanguage } from '../rules.ts';
import { MailSheet } from './mail-sheet.tsx';
import { PrintSheet } from './print-sheet.tsx';

/** Telephones offer it, most desktops do not; plain http never does. */
const canShare = typeof navigator.share === 'function';

interface TakeHomeProps {
  procedure: GuideProcedure;
  language: GuideLanguage;
  ready: readonly number[];
  canMail: boolean;
  isOffline: boolean;
}

/** How the checklist leaves with the person: on paper, in a message of their own, by e-mail. No foreign service is called. */
export function TakeHome({ procedure, language, ready, canMail, isOffline }: TakeHomeProps) {
  const t = useT();
  const { organizationId = '', roles } = useSession();
  const [printing, setPrinting] = useState<readonly GuideLanguage[]>();
  const [said, setSaid] = useState('');
  const isAtDesk = roles.has('agent') || roles.has('cell_manager');
  const sheets = [
    { label: t('guide.print'), languages: [language] },
    { label: t('guide.print_both'), languages: ['fr', 'ar'] as GuideLanguage[] },
  ];
  useEffect(() => {
    if (!printing) return;
    const done = (): void => setPrinting(undefined);
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [printing]);

  async function handOver(): Promise<void> {
    const text = plainText(procedure, [language], ready);
    try {
      if (canShare) await navigator.share({ title: inLanguage(procedure.title, language), text });
      else {
        await navigator.clipboard.writeText(text);
        setSaid(t('guide.copied'));
      }
    } catch (error) {
      // Closing the list of applications is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setSaid(t('guide.copy_failed'));
    }
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {sheets.map(({ label, languages }, index) =>
          isOffline ? (
            <Button key={label} look={index === 0 ? 'main' : 'second'} onPress={() => setPrinting(languages)}>
              {label}
            </Button>
          ) : (
            // A link, not a request of ours: the browser opens the PDF in its own viewer, ready to print.
            <a
              key={label}
              href={`/api/desk/guide/${procedure.id}/sheet?languages=${languages.join()}&ready=${ready.join()}&organization=${organizationId}`}
              target="_blank"
              rel="noreferrer"
              className={buttonClass(index === 0 ? 'main' : 'second')}
            >
              {label}
            </a>
          ),
        )}
        <Button onPress={() => handOver()}>{canShare ? t('guide.share') : t('guide.copy')}</Button>
      </div>
      {isOffline && <p className="text-sm text-quiet">{t('guide.print.offline')}</p>}
      <p role="status" className="text-sm empty:hidden">
        {said}
      </p>
      {isAtDesk && <MailSheet procedure={procedure} language={language} ready={ready} canMail={canMail} isOffline={isOffline} />}
      {printing && <PrintSheet procedure={procedure} languages={printing} ready={ready} />}
    </div>
  );
}
