import { Notice } from '../../../ui/card.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';

interface SaidNoProps {
  at: string;
  by: string | null;
  isWanted: boolean;
  onChange: (isWanted: boolean) => void;
}
/** Someone asked this before and was told no: it is asked again only when the person wants it. */
export function SaidNo({ at, by, isWanted, onChange }: SaidNoProps) {
  const t = useT();
  const dates = useDates();
  return (
    <Notice tone="warn">
      <p className="font-semibold">{t('consent.said_no', { date: dates.day(at), name: by ?? '—' })}</p>
      <Tick label={t('consent.asks_again')} isChosen={isWanted} onChange={onChange} />
    </Notice>
  );
}
