import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';
import type { Difference, DifferencesAnswer } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { FieldValue, useFieldName } from '../field-value.tsx';
import { Named, useName } from '../named.tsx';

/** What a source changed in what was edited here: nothing is overwritten before someone has looked. */
export function DifferencesScreen() {
  const t = useT();
  const acts = useActs();
  const query = useRead<DifferencesAnswer>('/api/directory/care/differences');
  return (
    <CarePage title={t('care.differences.title')} intro={t('care.differences.intro')}>
      <Done acts={acts} />
      <Reading query={query}>
        {({ differences }) =>
          differences.length === 0 ? (
            <Empty title={t('care.differences.none')}>{t('care.differences.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-4">
              {differences.map((difference) => (
                <li key={difference.id}>
                  <OneDifference difference={difference} acts={acts} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </CarePage>
  );
}

function OneDifference({ difference, acts }: { difference: Difference; acts: Acts }) {
  const t = useT();
  const dates = useDates();
  const nameOf = useName();
  const fieldName = useFieldName();
  const { id, name, field, sourceName, ours, theirs, theirsBefore, foundAt } = difference;
  const about = `${nameOf(name)} · ${fieldName(field)}`;
  const sides = [
    ['ours', ours],
    ['theirs', theirs],
    ['theirs_before', theirsBefore],
  ] as const;
  return (
    <Card className="gap-3!">
      <h2 className="text-lg">
        <Named names={name} />
        {' · '}
        {fieldName(field)}
      </h2>
      <p className="text-sm text-quiet">
        {t('care.differences.found', { name: sourceName ?? t('care.differences.source'), date: dates.moment(foundAt) })}
      </p>
      <dl className="grid gap-3 sm:grid-cols-3">
        {sides.map(([side, value]) => (
          <div key={side} className={`rounded-xl p-3 ${side === 'ours' ? 'bg-primary-soft' : 'bg-paper'}`}>
            <dt className="text-sm font-semibold">{t(`care.differences.${side}`)}</dt>
            <dd>
              <FieldValue field={field} value={value} />
            </dd>
          </div>
        ))}
      </dl>
      {acts.isSending('directory.review_difference', { differenceId: id }) ? (
        <Notice>{t('outbox.this_waits')}</Notice>
      ) : (
        <div className="flex flex-wrap gap-3">
          {(['keep_ours', 'take_theirs'] as const).map((decision) => (
            <Button
              key={decision}
              aria-label={t(`care.differences.${decision}_named`, { name: about })}
              onPress={() =>
                acts.act(
                  { kind: 'directory.review_difference', payload: { changeId: uuidv7(), differenceId: id, decision } },
                  t(`care.differences.${decision}_done`, { name: about }),
                )
              }
            >
              {t(`care.differences.${decision}`)}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}
