import { Button } from '../../../../ui/button.tsx';
import { Field, NativeSelect } from '../../../../ui/field.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { useT } from '../../../../workspace/language.tsx';
import { type Duty, duties } from '../../lists.ts';
import { useColleagues } from '../colleagues.ts';
import type { StepProps } from './setup-screen.tsx';

interface DutiesDraft {
  who: Partial<Record<Duty, string>>;
  phone: string;
  hours: string;
}

/** Who does what, and whom to call outside hours. */
export function DutiesForm({ facts, acts }: StepProps) {
  const t = useT();
  const colleagues = useColleagues();
  const {
    value: draft,
    change,
    discard,
  } = useDraft<DutiesDraft>(`cell-duties:${facts.organization.id}`, () => ({
    who: Object.fromEntries(Object.entries(facts.duties).map(([duty, [first = '']]) => [duty, first])),
    phone: facts.onCall?.phone ?? '',
    hours: facts.onCall?.hours ?? '',
  }));
  if (!draft) return null;
  async function save(): Promise<void> {
    if (!draft) return;
    const phone = draft.phone.trim();
    const hours = draft.hours.trim();
    // Who left since it was acts is no longer named.
    const given = duties.flatMap((duty) => {
      const who = draft.who[duty];
      return who && colleagues.some((c) => c.userId === who) ? [[duty, [who]]] : [];
    });
    await acts.act(
      {
        kind: 'desk.set_duties',
        payload: { duties: Object.fromEntries(given), ...(phone ? { onCall: { phone, ...(hours ? { hours } : {}) } } : {}) },
      },
      t('cell.step.duties.saved'),
    );
    await discard();
  }
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {duties.map((duty) => (
          <NativeSelect
            key={duty}
            label={t(`cell.duty.${duty}`)}
            value={draft.who[duty] ?? ''}
            onChange={(who) => change({ who: { ...draft.who, [duty]: who } })}
          >
            <option value="">{t('cell.duty.nobody')}</option>
            {colleagues.map((c) => (
              <option key={c.userId} value={c.userId}>
                {c.name}
              </option>
            ))}
          </NativeSelect>
        ))}
        <Field
          label={t('cell.on_call.phone')}
          hint={t('cell.on_call.public')}
          type="tel"
          dir="ltr"
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          maxLength={60}
        />
        <Field label={t('cell.on_call.hours')} value={draft.hours} onChange={(hours) => change({ hours })} maxLength={200} />
      </div>
      <p>
        <Button look="main" onPress={() => save()}>
          {t('cell.save')}
        </Button>
      </p>
    </>
  );
}
