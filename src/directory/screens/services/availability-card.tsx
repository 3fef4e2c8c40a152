import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { ServiceRecord } from '../../care/contract.ts';
import { availabilityStates } from '../../care/lists.ts';
import { Done, useActs } from '../../../workspace/acts.tsx';

const states = ['unknown', ...availabilityStates] as const;
interface Said {
  state: (typeof states)[number];
  places: string;
  until: string;
}

/** Whether new people can come today. It holds at once, and is apart from everything else because it changes often. */
export function AvailabilityCard({ record: { id, availability } }: { record: ServiceRecord }) {
  const t = useT();
  const dates = useDates();
  const acts = useActs();
  const draft = useDraft<Said>(`availability:${id}`, () => ({
    state: availability?.state ?? 'unknown',
    places: availability?.places === null || !availability ? '' : String(availability.places),
    until: availability?.until ?? '',
  }));
  if (!draft.value) return null;
  const { state, places, until } = draft.value;
  const said =
    state === 'unknown'
      ? null
      : {
          state,
          places: state === 'places' && /^\d{1,5}$/.test(places) ? Number(places) : null,
          until: state === 'closed' && until ? until : null,
        };
  return (
    <Card>
      <h2>{t('care.availability.title')}</h2>
      {availability && (
        <p className="text-sm text-quiet">
          {t('care.availability.said', { date: dates.moment(availability.updatedAt) })} {availability.ended && t('care.availability.ended')}
        </p>
      )}
      <ChooseOne
        label={t('care.availability.question')}
        options={states.map((value) => ({ value, label: t(`care.available.${value}`) }))}
        value={state}
        onChange={(next) => draft.change({ state: next })}
      />
      {state === 'places' && (
        <div className="max-w-60">
          <Field
            label={t('care.availability.places_left')}
            type="number"
            dir="ltr"
            value={places}
            onChange={(next) => draft.change({ places: next })}
          />
        </div>
      )}
      {state === 'closed' && (
        <div className="max-w-60">
          <Field
            label={t('care.availability.until')}
            type="date"
            dir="ltr"
            value={until}
            onChange={(next) => draft.change({ until: next })}
          />
        </div>
      )}
      <Done acts={acts} />
      {acts.isSending('directory.set_availability', { serviceId: id }) ? (
        <Notice>{t('outbox.this_waits')}</Notice>
      ) : (
        <p>
          <Button
            onPress={() =>
              acts
                .act(
                  { kind: 'directory.set_availability', payload: { changeId: uuidv7(), serviceId: id, availability: said } },
                  t('care.availability.saved'),
                )
                .then(draft.discard)
            }
          >
            {t('care.availability.save')}
          </Button>
        </p>
      )}
    </Card>
  );
}
