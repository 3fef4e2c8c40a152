import { localeOf, type Translate } from '../../platform/i18n/index.ts';
import type { OpeningOverview } from '../opening/overview.ts';
import type { SearchItem } from '../search/search.ts';
import { OpeningLine } from './hours.tsx';
import { Local } from './local-text.tsx';

/** « 850 m », « 12 km »: a straight line promises no more. */
function kilometres(distance: number, language: string): string {
  const near = distance < 1;
  const unit = near ? 'meter' : 'kilometer';
  const rounded = near ? Math.round(distance * 20) * 50 : Math.round(distance);
  return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, maximumFractionDigits: 0 }).format(rounded);
}

const shorten = (text: string): string =>
  text.length <= 220 ? text : `${text.slice(0, text.lastIndexOf(' ', 210)).replace(/[\s,،;:–-]+$/, '')}…`;

interface ResultCardProps {
  t: Translate;
  language: string;
  item: SearchItem;
  opening: OpeningOverview | undefined;
}
export function ResultCard({ t, language, item, opening }: ResultCardProps) {
  return (
    <li className="card">
      <h3>
        <a href={`/${language}/services/${item.id}`}>
          <Local text={{ text: item.name, language: item.nameLanguage }} page={language} />
        </a>
      </h3>
      {item.description ? (
        <p>
          <Local text={{ text: shorten(item.description), language: item.descriptionLanguage }} page={language} />
        </p>
      ) : null}
      <div className="meta">
        <span>
          <Local text={{ text: item.organizationName, language: item.organizationLanguage }} page={language} />
        </span>
        {item.place ? <span>{item.place}</span> : null}
        {item.distanceKm === undefined ? null : <span>{t('directory.search.away', { km: kilometres(item.distanceKm, language) })}</span>}
        {opening ? <OpeningLine t={t} language={language} opening={opening} /> : null}
        {item.toBeConfirmed ? (
          <span className="mark">{t('directory.mark.toBeConfirmed')}</span>
        ) : item.checkedYear ? (
          <span>{t('directory.mark.checked', { year: String(item.checkedYear) })}</span>
        ) : null}
      </div>
    </li>
  );
}
