import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';
import type { Merged, MergesAnswer } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { Named, useName } from '../named.tsx';
import { References } from './references.tsx';

/** What was merged, and the way back. */
export function MergesScreen() {
  const t = useT();
  const acts = useActs();
  const query = useRead<MergesAnswer>('/api/directory/care/merges');
  return (
    <CarePage title={t('care.merges.title')} intro={t('care.merges.intro')}>
      <Done acts={acts} />
      <Reading query={query}>
        {({ merges }) =>
          merges.length === 0 ? (
            <Empty title={t('care.merges.none')}>{t('care.merges.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-4">
              {merges.map((merged) => (
                <li key={merged.id}>
                  <OneMerge merged={merged} acts={acts} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </CarePage>
  );
}

function OneMerge({ merged, acts }: { merged: Merged; acts: Acts }) {
  const t = useT();
  const dates = useDates();
  const nameOf = useName();
  const { id, kept, gone, moved, mergedBy, mergedAt, undoneAt } = merged;
  const isSending = acts.isSending('directory.undo_merge', { mergeId: id });
  return (
    <Card className="gap-3!">
      <h2 className="text-lg">
        <Named names={kept.name} />
      </h2>
      <p>
        {t('care.merges.gone')} <Named names={gone.name} />
      </p>
      <p className="text-sm text-quiet">
        {t('care.change.by', { name: mergedBy ?? t('care.change.someone'), date: dates.moment(mergedAt) })}
      </p>
      <div>
        <h3>{t('care.merges.moved')}</h3>
        <References counts={moved} />
      </div>
      {undoneAt ? (
        <p>
          <Badge>{t('care.merges.undone', { date: dates.moment(undoneAt) })}</Badge>
        </p>
      ) : (
        <p>
          <Button
            look="danger"
            isDisabled={isSending}
            aria-label={isSending ? undefined : t('care.merges.undo_named', { name: nameOf(gone.name) })}
            onPress={() =>
              acts.act(
                { kind: 'directory.undo_merge', payload: { mergeId: id, changeId: uuidv7() } },
                t('care.merges.undone_now', { name: nameOf(gone.name) }),
              )
            }
          >
            {t(isSending ? 'outbox.this_waits' : 'care.merges.undo')}
          </Button>
        </p>
      )}
    </Card>
  );
}
