import { buttonClass } from '../../../../ui/button.tsx';
import { useDates, useT } from '../../../../workspace/language.tsx';
import { useSession } from '../../../../workspace/session.tsx';
import { type Paper, paperSizes } from '../../lists.ts';
import type { StepProps } from './setup-screen.tsx';

/** The poster for the door, made of what the steps before say. */
export function Poster({ facts, acts }: StepProps) {
  const t = useT();
  const links = (['fr', 'ar'] as const).flatMap((language) =>
    paperSizes.map((size) => ({
      to: `poster?language=${language}&paper=${size}`,
      label: t(`cell.print.${language}_size`, { size: size.toUpperCase() }),
    })),
  );
  return <PrintLinks paper="poster" printedAt={facts.printed.poster} acts={acts} links={links} />;
}

interface PrintLinksProps extends Pick<StepProps, 'acts'> {
  paper: Paper;
  printedAt: string | undefined;
  links: { to: string; label: string }[];
}
/** Links: the browser opens the PDF ready to print, and it is noted that it was. */
export function PrintLinks({ paper, printedAt, acts, links }: PrintLinksProps) {
  const t = useT();
  const dates = useDates();
  const { organizationId = '' } = useSession();
  return (
    <section className="flex flex-col gap-3">
      <h3>{t('cell.print')}</h3>
      <ul className="flex flex-wrap gap-2">
        {links.map(({ to, label }) => (
          <li key={to}>
            <a
              href={`/api/desk/cell/${to}&organization=${organizationId}`}
              target="_blank"
              rel="noreferrer"
              className={buttonClass('second')}
              onClick={() => void acts.act({ kind: 'desk.note_printed', payload: { paper } }, t('cell.print.noted'))}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
      {printedAt && <p className="text-sm text-quiet">{t('cell.print.last', { date: dates.day(printedAt) })}</p>}
    </section>
  );
}
