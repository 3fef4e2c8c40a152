import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isTyped, nothingTyped, toTold, type Typed, TwoWords } from '../../../coordination/screens/index.ts';
import { CommuneSelect } from '../../../territory/screens/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { WayBack } from '../../../workspace/way-back.tsx';
import { planYears } from '../../lists.ts';
import { readTyped } from '../../../platform/typed-number.ts';

/** A commune begins its plan: whose it is, for which years. */
export function BeginScreen() {
  const t = useT();
  const navigate = useNavigate();
  const { send } = useSession();
  const [isChecked, setChecked] = useState(false);
  const { value, change, discard } = useDraft('plan:new', () => ({
    communeCode: '',
    title: nothingTyped as Typed,
    mandateStartsOn: '',
    firstYear: '',
  }));
  if (!value) return null;
  const { communeCode, title, mandateStartsOn, firstYear } = value;
  const year = readTyped(firstYear);
  const isYear = typeof year === 'number' && Number.isInteger(year) && year >= 2010 && year <= 2100;
  const isComplete = communeCode !== '' && isTyped(title) && mandateStartsOn !== '' && isYear;
  const missing = (isMissing: boolean) => (isChecked && isMissing ? { error: t('invitation.needed') } : {});
  async function begin(): Promise<void> {
    if (!isComplete) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    const planId = uuidv7();
    await send({ kind: 'plans.begin', payload: { planId, communeCode, title: toTold(title), mandateStartsOn, firstYear: year } });
    await discard();
    await navigate(`/plans/${planId}`);
  }
  return (
    <Page title={t('plans.begin')} intro={t('plans.begin.intro')}>
      <WayBack to="/plans" label={t('plans.way')}>
        {t('plans.back')}
      </WayBack>
      <Card>
        <CommuneSelect
          label={t('plans.commune')}
          none={t('thread.choose')}
          value={communeCode}
          onChange={(code) => change({ communeCode: code })}
        />
        {isChecked && communeCode === '' && (
          <p role="alert" className="font-semibold text-bad">
            {t('invitation.needed')}
          </p>
        )}
        <TwoWords
          label={t('plans.field.title')}
          hint={t('thread.one_language')}
          maxLength={200}
          value={title}
          onChange={(next) => change({ title: next })}
          error={isChecked && !isTyped(title) ? t('thread.one_language.missing') : undefined}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t('plans.mandate')}
            hint={t('plans.mandate.hint')}
            type="date"
            dir="ltr"
            value={mandateStartsOn}
            onChange={(day) => change({ mandateStartsOn: day })}
            {...missing(mandateStartsOn === '')}
          />
          <Field
            label={t('plans.first_year')}
            hint={isYear ? t('plans.first_year.until', { year: String(year + planYears - 1) }) : t('plans.first_year.hint')}
            inputMode="numeric"
            dir="ltr"
            value={firstYear}
            onChange={(text) => change({ firstYear: text })}
            {...missing(!isYear)}
          />
        </div>
        <p>
          <Button look="main" onPress={begin}>
            {t('plans.begin')}
          </Button>
        </p>
        <p className="text-sm text-quiet">{t('thread.kept')}</p>
      </Card>
    </Page>
  );
}
