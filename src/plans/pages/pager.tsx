import type { Translate } from '../../platform/i18n/index.ts';

/** So many that a page stays one round trip; the data hold the rest. */
export const perPage = 20;
export const lastPage = (total: number): number => Math.max(1, Math.ceil(total / perPage));
export const shownOn = <T,>(all: readonly T[], page: number): T[] => all.slice((page - 1) * perPage, page * perPage);

/** To the pages before and after, as links. */
export function Pager({ t, path, page, total }: { t: Translate; path: string; page: number; total: number }) {
  const last = lastPage(total);
  if (last === 1) return null;
  const address = (to: number): string => (to === 1 ? path : `${path}?page=${to}`);
  return (
    <nav className="pages" aria-label={t('plans.public.pages')}>
      {page > 1 ? (
        <a className="go" rel="prev" href={address(page - 1)}>
          {t('plans.public.previous')}
        </a>
      ) : null}
      <span>{t('plans.public.pageOf', { page, last })}</span>
      {page < last ? (
        <a className="go" rel="next" href={address(page + 1)}>
          {t('plans.public.next')}
        </a>
      ) : null}
    </nav>
  );
}
