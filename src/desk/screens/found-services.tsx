import { memo, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/state.tsx';
import { useT } from '../../workspace/language.tsx';
import { type FoundService, FoundServiceCard } from './found-service.tsx';
import type { Picked } from './visit-draft.ts';

/** The best few first: a person is waiting, and the page stays short on a telephone. */
const few = 4;

export interface Found {
  items: FoundService[];
  total: number;
  corrected: string | null;
}
interface FoundProps {
  found: Found;
  picked: readonly Picked[];
  onPick: (part: { picked: Picked[] }) => void;
  page: number;
  onPage: (page: number) => void;
}

/** What the directory answered. Apart from the finder, so that its cards are drawn when there is time. */
export const FoundServices = memo(function FoundServices({ found, picked, onPick, page, onPage }: FoundProps) {
  const t = useT();
  const [isLong, setLong] = useState(false);
  const { items, total, corrected } = found;
  const toggle = ({ id, name, organizationName, toBeConfirmed }: FoundService) =>
    onPick({
      picked: picked.some((p) => p.id === id)
        ? picked.filter((p) => p.id !== id)
        : [...picked, { id, name, organizationName, toBeConfirmed }],
    });
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-sm text-quiet">
        {t('finder.total', { count: total })} {corrected && t('finder.corrected', { word: corrected })}
      </p>
      {total === 0 && <Empty title={t('finder.none')}>{t('finder.none.text')}</Empty>}
      <ul className="flex flex-col gap-3">
        {items.slice(0, isLong ? items.length : few).map((service) => (
          <li key={service.id}>
            <FoundServiceCard service={service} isPicked={picked.some((p) => p.id === service.id)} onToggle={() => toggle(service)} />
          </li>
        ))}
      </ul>
      {!isLong && items.length > few && <Button onPress={() => setLong(true)}>{t('finder.more', { count: items.length - few })}</Button>}
      {(page > 1 || (isLong && items.length < total)) && (
        <div className="flex flex-wrap gap-2">
          {page > 1 && <Button onPress={() => onPage(page - 1)}>{t('finder.previous')}</Button>}
          {items.length > 0 && items.length < total && <Button onPress={() => onPage(page + 1)}>{t('finder.next')}</Button>}
        </div>
      )}
    </div>
  );
});
