import { Badge, Card } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { NoteRow } from '../contract-file.ts';
import { AddNote, type NotedCase } from './add-note.tsx';

/** What was written, newest first. Those on health and protection only come to who may read them, and never to paper. */
export function Notes({ row, notes }: { row: NotedCase; notes: readonly NoteRow[] }) {
  const t = useT();
  const dates = useDates();
  const { outbox } = useSession();
  const unsent = outbox.filter((e) => e.state === 'waiting' && e.kind === 'cases.add_note' && e.payload.caseId === row.id).reverse();
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('notes.title')}</h2>
      <AddNote row={row} />
      <ul className="flex flex-col gap-3">
        {unsent.map((e) => (
          <li key={e.id} className="no-print">
            <Card className="gap-2!">
              <p className="flex flex-wrap gap-2">
                <Badge>{t('outbox.this_waits')}</Badge>
                {e.payload.level !== 'ordinary' && <Badge tone="warn">{t(`note_level.${String(e.payload.level)}`)}</Badge>}
              </p>
              <p dir="auto" className="whitespace-pre-line">
                {String(e.payload.text)}
              </p>
            </Card>
          </li>
        ))}
        {notes.map((note) => (
          <li key={note.id} className={note.level === 'ordinary' ? undefined : 'no-print'}>
            <Card className={`gap-2! ${note.level === 'ordinary' ? '' : 'border-warn!'}`}>
              <p className="flex flex-wrap items-center gap-x-3 text-sm text-quiet">
                {note.level !== 'ordinary' && <Badge tone="warn">{t(`note_level.${note.level}`)}</Badge>}
                <span>
                  <bdi>{note.writtenBy ?? '—'}</bdi> · <time dateTime={note.writtenAt}>{dates.moment(note.writtenAt)}</time>
                </span>
              </p>
              <p dir="auto" className="whitespace-pre-line">
                {note.text}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
