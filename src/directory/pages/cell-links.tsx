import type { Cell } from '../store.ts';

export function CellLinks({ language, cells }: { language: string; cells: Cell[] }) {
  return (
    <ul className="plain grid">
      {cells.map((cell) => (
        <li key={cell.serviceId}>
          <a className="tile" href={`/${language}/services/${cell.serviceId}`}>
            {cell.commune}
          </a>
        </li>
      ))}
    </ul>
  );
}
