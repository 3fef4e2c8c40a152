import { Link } from 'react-router';
import { useDates } from '../../../workspace/language.tsx';

interface TileProps {
  to: string;
  count: number;
  label: string;
}

/** A count that leads to its list. Nothing to do looks quieter, and still leads there. */
export function Tile({ to, count, label }: TileProps) {
  const dates = useDates();
  return (
    <Link
      to={to}
      className={`flex h-full flex-col gap-1 rounded-card border bg-card p-4 hover:border-primary hover:bg-primary-soft ${count > 0 ? 'border-edge' : 'border-line text-quiet'}`}
    >
      <span className={`text-3xl font-bold tabular-nums ${count > 0 ? 'text-primary' : ''}`}>{dates.number(count)}</span>
      <span className="font-semibold underline underline-offset-4">{label}</span>
    </Link>
  );
}
