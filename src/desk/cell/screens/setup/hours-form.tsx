import { useState } from 'react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../../../ui/button.tsx';
import { Notice } from '../../../../ui/card.tsx';
import { ChooseMany } from '../../../../ui/choice.tsx';
import { Field } from '../../../../ui/field.tsx';
import { localeOf } from '../../../../platform/i18n/index.ts';
import { useDraft } from '../../../../workspace/draft.ts';
import { useLanguage } from '../../../../workspace/language.tsx';
import { hoursProblem, isInstead, isTooRich, isWeek, nextMarhaba, type PlainHours, readHours, weekDays, writeHours } from '../../hours.ts';
import { editService, type ServiceFields, ServiceReading } from './service-record.tsx';
import type { StepProps } from './setup-screen.tsx';

interface HoursFormProps extends StepProps {
  serviceId: string;
  /** The hours that stand in place of the week's between two dates. */
  isSummer: boolean;
}

/** One line of hours: the week's, or the summer's. Whoever needs more finds it on the service's own screen. */
export function HoursForm(props: HoursFormProps) {
  return <ServiceReading serviceId={props.serviceId}>{({ schedules }) => <Form {...props} schedules={schedules} />}</ServiceReading>;
}

function Form({ facts, acts, serviceId, isSummer, schedules }: HoursFormProps & Pick<ServiceFields, 'schedules'>) {
  const { t, language } = useLanguage();
  const isOurs = isSummer ? isInstead : isWeek;
  const ours = schedules.filter(isOurs);
  const first = ours[0];
  const suggested = nextMarhaba(facts.today);
  const begin = () => {
    // The summer begins from the week, which people know by heart.
    const hours = readHours(ours.length > 0 ? ours : schedules.filter(isWeek));
    const dates =
      isSummer && first?.validFrom && first.validTo && first.validTo >= facts.today
        ? { from: first.validFrom, to: first.validTo }
        : suggested;
    return { ...hours, ...dates };
  };
  const {
    value: draft,
    change,
    discard,
  } = useDraft<PlainHours & { from: string; to: string }>(`cell-hours:${serviceId}:${isSummer}`, begin);
  const [isChecked, setChecked] = useState(false);
  if (!draft) return null;
  const dates = isSummer ? { from: draft.from, to: draft.to } : undefined;
  const problem = hoursProblem(draft, dates);
  const wrong = (code: string): { error?: string } => (isChecked && problem === code ? { error: t(`cell.hours.${code}`) } : {});
  async function save(): Promise<void> {
    setChecked(problem !== undefined);
    if (!draft || problem) return;
    const kept = schedules.filter((row) => !isOurs(row));
    await acts.act(
      editService(serviceId, { schedules: [...kept, ...writeHours(draft, dates)] }),
      t(isSummer ? 'cell.step.summer.saved' : 'cell.step.hours.saved'),
    );
    await discard();
  }
  const name = (day: string): string =>
    new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2024, 0, 1 + weekDays.findIndex((d) => d === day)),
    );
  const detailed = (
    <Link to={`/our-services/services/${serviceId}`} className={buttonClass('second')}>
      {t('cell.hours.detailed')}
    </Link>
  );
  if (isTooRich(ours))
    return (
      <Notice>
        <p>{t('cell.hours.too_rich')}</p>
        <p>{detailed}</p>
      </Notice>
    );
  return (
    <>
      {isSummer && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t('cell.hours.from')}
            type="date"
            value={draft.from}
            onChange={(from) => change({ from })}
            {...wrong('dates_wrong')}
          />
          <Field label={t('cell.hours.to')} type="date" value={draft.to} onChange={(to) => change({ to })} />
        </div>
      )}
      <ChooseMany
        label={t('cell.hours.days')}
        options={weekDays.map((day) => ({ value: day, label: name(day) }))}
        value={draft.days}
        onChange={(days) => change({ days })}
        {...wrong('days_missing')}
      />
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Field
          label={t('cell.hours.opens')}
          type="time"
          dir="ltr"
          value={draft.opens}
          onChange={(opens) => change({ opens })}
          {...wrong('times_wrong')}
        />
        <Field label={t('cell.hours.closes')} type="time" dir="ltr" value={draft.closes} onChange={(closes) => change({ closes })} />
        <Field
          label={t('cell.hours.opens_again')}
          type="time"
          dir="ltr"
          value={draft.opensAgain}
          onChange={(opensAgain) => change({ opensAgain })}
          {...wrong('second_wrong')}
        />
        <Field
          label={t('cell.hours.closes_again')}
          type="time"
          dir="ltr"
          value={draft.closesAgain}
          onChange={(closesAgain) => change({ closesAgain })}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button look="main" onPress={() => save()}>
          {t('cell.save')}
        </Button>
        {detailed}
      </div>
    </>
  );
}
