import { spokenNames } from '../../../people/screens/index.ts';
import { useT } from '../../../workspace/language.tsx';
import type { ConsentRow } from '../../contract-file.ts';

/** How it was asked and answered, for whoever doubts it later. */
export function ConsentDetails({ consent }: { consent: ConsentRow }) {
  const t = useT();
  const { givenHow, explainedIn, interpreter, representativeName, representativeLink, childsWish, textLanguage, textVersion } = consent;
  const language = textLanguage && (spokenNames as Record<string, string>)[textLanguage];
  const lines = [
    `${t(`given_how.${givenHow}`)} · ${t(`language.${explainedIn}`)}`,
    representativeName &&
      representativeLink &&
      t('consent.represented', { name: representativeName, link: t(`representative_link.${representativeLink}`) }),
    childsWish && t('consent.childs_word', { wish: t(`childs_wish.${childsWish}`) }),
    interpreter && t('consent.interpreted', { name: interpreter }),
    language && textVersion && t('consent.read_in', { language, version: textVersion }),
  ].filter((line) => typeof line === 'string' && line !== '');
  return (
    <details className="no-print">
      <summary className="min-h-11 content-center font-semibold text-primary">{t('consent.details')}</summary>
      <ul className="flex flex-col gap-1">
        {lines.map((line) => (
          <li key={String(line)}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
