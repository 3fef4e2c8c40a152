import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { isOnItsWay } from '../../workspace/outbox/pending.ts';
import { useSession } from '../../workspace/session.tsx';
import type { PersonView } from '../contract.ts';
import { fieldNames, personFields, useFieldWords } from './person-fields.ts';

/** Records that turned out to be this same person: what each says beside the one that stands, and the way back. */
export function PersonMerges({ view }: { view: PersonView }) {
  const t = useT();
  const dates = useDates();
  const wordsFor = useFieldWords();
  const { send, outbox } = useSession();
  if (view.merges.length === 0) return null;
  return (
    <section className="no-print flex flex-col gap-3">
      <h2>{t('person.merges')}</h2>
      <p className="text-sm text-quiet">{t('person.merges.hint')}</p>
      {view.merges.map((merge) => {
        const merged = view.merged.find((m) => m.id === merge.mergedId);
        const isLeaving = isOnItsWay(outbox, 'people.undo_merge', { mergeId: merge.id });
        return (
          <Card key={merge.id} className="gap-3!">
            <h3>
              <bdi>{merged?.name}</bdi>
            </h3>
            {merged && (
              <ul>
                {fieldNames
                  .filter((field) => field !== 'name' && wordsFor(field, merged) !== undefined)
                  .map((field) => (
                    <li key={field}>
                      <span className="text-quiet">{t(personFields[field]) + t('workspace.colon')}</span>
                      <bdi className={wordsFor(field, merged) === wordsFor(field, view.person) ? undefined : 'font-semibold'}>
                        {wordsFor(field, merged)}
                      </bdi>
                    </li>
                  ))}
              </ul>
            )}
            <p className="text-sm text-quiet">{t('person.merged_by', { name: merge.mergedBy ?? '—', date: dates.day(merge.mergedAt) })}</p>
            <p>
              <Button
                isDisabled={isLeaving}
                aria-label={isLeaving ? undefined : t('merge.undo_named', { name: merged?.name ?? '' })}
                onPress={() => send({ kind: 'people.undo_merge', payload: { mergeId: merge.id } })}
              >
                {t(isLeaving ? 'outbox.this_waits' : 'merge.undo')}
              </Button>
            </p>
          </Card>
        );
      })}
    </section>
  );
}
