import type { ReactNode } from 'react';
import { type Asked, conditions, isNarrowed } from '../asked.ts';
import { receptions } from '../search/document.ts';
import type { SearchResult } from '../search/search.ts';
import type { Term } from '../store.ts';
import { languageName } from './local-text.tsx';
import type { SearchPageProps } from './search-page.tsx';

const termName = (term: Term, language: string): string => term.names[language] ?? term.names.fr ?? term.code;
/** « Santé (12) ». */
export const counted = (name: string, count: number): string => `${name} (${count})`;

interface ChoiceProps {
  name: 'category' | 'audience' | 'commune' | 'spoken' | 'appointment';
  label: string;
  /** The words for not choosing. */
  every: string;
  asked: Asked;
  children: ReactNode;
}
const Choice = ({ name, label, every, asked, children }: ChoiceProps) => (
  <div>
    <label htmlFor={name}>{label}</label>
    <select id={name} name={name} defaultValue={asked[name] ?? ''}>
      <option value="">{every}</option>
      {children}
    </select>
  </div>
);

interface TermsProps {
  terms: Term[];
  language: string;
  counts: SearchResult['counts']['need'];
  chosen: string | undefined;
}
/** What would find nothing is not offered, unless it is what was chosen. */
const Terms = ({ terms, language, counts, chosen }: TermsProps) =>
  terms
    .filter(({ code }) => (counts[code] ?? 0) > 0 || code === chosen)
    .map((term) => (
      <option key={term.code} value={term.code}>
        {counted(termName(term, language), counts[term.code] ?? 0)}
      </option>
    ));

interface TickProps {
  name: 'near' | 'open' | (typeof conditions)[number];
  value: string;
  label: string;
  asked: Asked;
}
const Tick = ({ name, value, label, asked }: TickProps) => (
  <label className="tick">
    <input type="checkbox" name={name} value={value} defaultChecked={asked[name] === value} />
    {label}
  </label>
);

/** The question and what narrows it; every choice says how many services it would leave. */
export function Filters({ t, language, asked, result, needs, audiences, places }: SearchPageProps) {
  const { counts, inState } = result;
  const spoken = Object.keys(counts.language).sort((a, b) => (counts.language[b] ?? 0) - (counts.language[a] ?? 0) || (a < b ? -1 : 1));
  const ways = receptions.filter((way) => (counts.appointment[way] ?? 0) > 0 || way === asked.appointment);
  return (
    <search className="panel">
      <form action={`/${language}/services`} method="get">
        <label htmlFor="q">{t('directory.search.label')}</label>
        <div className="ask">
          <input id="q" name="q" type="search" maxLength={200} defaultValue={asked.q} autoComplete="off" enterKeyHint="search" />
          <button type="submit">{t('directory.search.button')}</button>
        </div>
        <details open={isNarrowed(asked) || asked.near ? true : undefined}>
          <summary>{t('directory.search.narrow')}</summary>
          <div className="filters">
            <Choice name="category" label={t('directory.search.category')} every={t('directory.search.anyCategory')} asked={asked}>
              <Terms terms={needs} language={language} counts={counts.need} chosen={asked.category} />
            </Choice>
            <Choice name="audience" label={t('directory.search.audience')} every={t('directory.search.anyAudience')} asked={asked}>
              <Terms
                terms={audiences.filter((term) => term.code !== 'everyone')}
                language={language}
                counts={counts.audience}
                chosen={asked.audience}
              />
            </Choice>
            <Choice name="commune" label={t('directory.search.commune')} every={t('directory.search.anyCommune')} asked={asked}>
              {places.map((place) => (
                <optgroup key={place.province} label={place.province}>
                  {place.communes.map((commune) => (
                    <option key={commune.code} value={commune.code}>
                      {counted(commune.name, counts.place[commune.code] ?? 0)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Choice>
            {spoken.length > 0 || asked.spoken ? (
              <Choice name="spoken" label={t('directory.search.spoken')} every={t('directory.search.anyLanguage')} asked={asked}>
                {[...new Set([...spoken, ...(asked.spoken ? [asked.spoken] : [])])].map((code) => (
                  <option key={code} value={code}>
                    {counted(languageName(code, language), counts.language[code] ?? 0)}
                  </option>
                ))}
              </Choice>
            ) : null}
            {ways.length > 0 ? (
              <Choice name="appointment" label={t('directory.search.appointment')} every={t('directory.search.anyReception')} asked={asked}>
                {ways.map((way) => (
                  <option key={way} value={way}>
                    {counted(t(`directory.search.appointment.${way}`), counts.appointment[way] ?? 0)}
                  </option>
                ))}
              </Choice>
            ) : null}
          </div>
          <div className="ticks">
            <Tick name="open" value="now" label={counted(t('directory.search.openNow'), inState.open)} asked={asked} />
            {conditions.map((name) => (
              <Tick
                key={name}
                name={name}
                value="1"
                label={counted(t(`directory.search.condition.${name}`), counts.condition[name] ?? 0)}
                asked={asked}
              />
            ))}
            <Tick name="near" value="1" label={t('directory.search.near')} asked={asked} />
          </div>
        </details>
      </form>
    </search>
  );
}
