import { Fact } from '../../../ui/card.tsx';
import { localeOf } from '../../../platform/i18n/index.ts';
import type { GuideLanguage, GuideProcedure, Opening, Words } from '../contract.ts';
import { labels } from '../labels.ts';
import { inLanguage, openingAt } from '../rules.ts';
import { Doubt } from './doubt.tsx';

/** Cost, delay, limit, office and link. */
export function ProcedureFacts({ procedure, language }: { procedure: GuideProcedure; language: GuideLanguage }) {
  const say = labels[language];
  const { cost, delay, limit, link, notes, office } = procedure;
  const told = (fact: Words & { toBeConfirmed?: boolean | undefined }) => (
    <>
      {inLanguage(fact, language)}
      {fact.toBeConfirmed && <Doubt language={language} />}
    </>
  );
  const note = [notes.region, notes.cell].filter((text) => text !== null);
  return (
    <dl className="flex flex-col gap-3">
      <Fact label={say.office}>
        {office.name && <span className="block font-semibold">{inLanguage(office.name, language)}</span>}
        {office.organization && <span className="block">{inLanguage(office.organization, language)}</span>}
        {office.words && <span className="block">{inLanguage(office.words, language)}</span>}
        {office.place && <span className="block">{inLanguage(office.place, language)}</span>}
        {office.phone && (
          <a
            href={`tel:${office.phone.replaceAll(' ', '')}`}
            className="inline-flex min-h-11 items-center font-semibold text-primary underline"
          >
            <bdi dir="ltr">{office.phone}</bdi>
          </a>
        )}
        {office.opening && <span className="block text-sm text-quiet">{openingText(office.opening, language)}</span>}
      </Fact>
      {cost && <Fact label={say.cost}>{told(cost)}</Fact>}
      {delay && <Fact label={say.delay}>{told(delay)}</Fact>}
      {limit && (
        <Fact label={say.limit}>
          <span className="block">
            {inLanguage(limit.about, language)}
            {language === 'fr' ? '\u00a0: ' : ': '}
            <strong>{say.days(limit.days)}</strong>
            {limit.toBeConfirmed && <Doubt language={language} />}
          </span>
          <span className="block text-sm text-quiet">
            {[inLanguage(limit.source, language), say.setBy[limit.setBy]].filter(Boolean).join(' – ')}
          </span>
        </Fact>
      )}
      {link && (
        <Fact label={say.link}>
          <a
            href={link.url}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-11 items-center text-primary underline underline-offset-4"
          >
            {inLanguage(link.name, language)}
          </a>
          {link.toBeConfirmed && <Doubt language={language} />}
          <bdi dir="ltr" className="hidden print:block">
            {link.url}
          </bdi>
        </Fact>
      )}
      {note.length > 0 && (
        <Fact label={say.note}>
          {note.map((text) => (
            <span key={text.fr} className="block">
              {inLanguage(text, language)}
            </span>
          ))}
        </Fact>
      )}
      <div className="text-sm text-quiet">
        <dt className="sr-only">{say.source}</dt>
        <dd>
          {procedure.checkedYear ? say.checked(procedure.checkedYear) : say.undated}
          {procedure.sourceUrl && (
            <>
              {' · '}
              <a href={procedure.sourceUrl} target="_blank" rel="noreferrer" className="underline underline-offset-4">
                <bdi dir="ltr">{new URL(procedure.sourceUrl).hostname.replace(/^www\./, '')}</bdi>
              </a>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

function openingText(opening: Opening, language: GuideLanguage): string {
  const say = labels[language].opening;
  const now = Date.now();
  const state = openingAt(opening, now);
  const moment = (at: number): string =>
    new Intl.DateTimeFormat(localeOf(language), {
      // The day too where it is not today's.
      ...(at - now > 12 * 3_600_000 ? { weekday: 'long' } : {}),
      hour: '2-digit',
      minute: '2-digit',
    }).format(at);
  if (state.kind === 'open') return state.until === null ? say.open : say.openUntil(moment(state.until));
  if (state.kind === 'closed') return state.opens === null ? say.closed : say.opens(moment(state.opens));
  return say[state.kind];
}
