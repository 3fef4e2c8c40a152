import { localeOf, type Translate } from '../../platform/i18n/index.ts';
import type { OpeningOverview } from '../opening/overview.ts';
import type { SearchItem } from '../search/search.ts';
import { OpeningLine } from './hours.tsx';
import { Local } from './local-text.tsx';

/** « 12 km »: a straight line promises no more. */
const kilometres = (distance: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'kilometer', maximumFractionDigits: 0 }).format(Math.max(1, distance));

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
        {item.place ? <bdi>{item.place}</bdi> : null}
        {item.distanceKm === undefined ? null : (
          <span>
            {t(item.distanceKm < 1 ? 'directory.search.within' : 'directory.search.away', { km: kilometres(item.distanceKm, language) })}
          </span>
        )}
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
