import { Button } from '../../ui/button.tsx';
import { useT } from '../../workspace/language.tsx';

/** How many the server gives at once. */
const perPage = 50;

/** The way through a list longer than one page. */
export function Pages({ total, page, onPage }: { total: number; page: number; onPage: (page: number) => void }) {
  const t = useT();
  const last = Math.ceil(total / perPage);
  if (last <= 1) return null;
  return (
    <nav aria-label={t('care.pages')} className="no-print flex flex-wrap items-center gap-3">
      {page > 1 && <Button onPress={() => onPage(page - 1)}>{t('finder.previous')}</Button>}
      <span>{t('care.page_of', { page, last })}</span>
      {page < last && <Button onPress={() => onPage(page + 1)}>{t('finder.next')}</Button>}
    </nav>
  );
}
