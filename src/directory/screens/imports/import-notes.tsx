import { Card } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { ImportReport } from './answers.ts';

/** What one should know though nothing is wrong. */
export function ImportNotes({ report: { notes } }: { report: ImportReport }) {
  const t = useT();
  if (notes.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('imports.notes')}</h2>
      <Card className="gap-0! py-1!">
        <ul>
          {notes.map(({ file, code, what }) => (
            <li key={`${file} ${code}`} className="flex flex-col border-t border-line py-3 wrap-anywhere first:border-0">
              <bdi dir="ltr" className="w-fit text-sm text-quiet">
                {file}
              </bdi>
              <span>{t(`imports.note.${code}`, { what })}</span>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
