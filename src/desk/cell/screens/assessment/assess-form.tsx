import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Card, Notice } from '../../../../ui/card.tsx';
import { ChooseOne } from '../../../../ui/choice.tsx';
import { Field } from '../../../../ui/field.tsx';
import { focusFirstProblem } from '../../../../ui/focus.ts';
import { useDraft } from '../../../../workspace/draft.ts';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import { useLanguage } from '../../../../workspace/language.tsx';
import { useSession } from '../../../../workspace/session.tsx';
import type { AssessmentRecord, Criterion, Framework } from '../../contract.ts';
import { assessmentDomains } from '../../lists.ts';
import type { Acts } from '../../../../workspace/acts.tsx';

interface Given {
  level: string;
  note: string;
}
interface AssessFormProps {
  framework: Framework;
  /** Where it begins: most of it is still so. */
  last: AssessmentRecord | undefined;
  acts: Acts;
  onDone: () => void;
}

/** Each criterion with what its levels mean. What is chosen stays on the device until it is recorded. */
export function AssessForm({ framework, last, acts, onDone }: AssessFormProps) {
  const { t } = useLanguage();
  const { organizationId = '' } = useSession();
  const {
    value: draft,
    change,
    discard,
  } = useDraft<{ given: Record<string, Given> }>(`cell-assessment:${organizationId}:${framework.version}`, () => ({
    given: Object.fromEntries(
      Object.entries(last?.answers ?? {}).map(([key, { level, note = '' }]) => [key, { level: String(level), note }]),
    ),
  }));
  const [isChecked, setChecked] = useState(false);
  if (!draft) return null;
  const answered = framework.criteria.filter((c) => draft.given[c.key]?.level).length;
  async function record(): Promise<void> {
    if (!draft || answered < framework.criteria.length) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    const answers = Object.fromEntries(
      framework.criteria.map(({ key }) => {
        const { level, note = '' } = draft.given[key] ?? { level: '0' };
        return [key, { level: Number(level), ...(note.trim() ? { note: note.trim() } : {}) }];
      }),
    );
    const today = new Date();
    const madeOn = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
    await acts.act(
      {
        kind: 'desk.assess',
        payload: { assessmentId: uuidv7(), version: framework.version, madeOn, answers },
      },
      t('cell.assessment.recorded'),
    );
    await discard();
    onDone();
  }
  return (
    <>
      <p className="font-bold" aria-live="polite">
        {t('cell.assess.progress', { done: answered, all: framework.criteria.length })}
      </p>
      {assessmentDomains.map((domain) => (
        <section key={domain} className="flex flex-col gap-4">
          <h2>{t(`cell.domain.${domain}`)}</h2>
          {framework.criteria
            .filter((c) => c.domain === domain)
            .map((c) => (
              <CriterionField
                key={c.key}
                criterion={c}
                given={draft.given[c.key] ?? { level: '', note: '' }}
                isChecked={isChecked}
                onChange={(given) => change({ given: { ...draft.given, [c.key]: given } })}
              />
            ))}
        </section>
      ))}
      {isChecked && answered < framework.criteria.length && <Notice tone="bad">{t('cell.assess.missing')}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button look="main" onPress={() => record()}>
          {t('cell.assess.record')}
        </Button>
        {last && <Button onPress={onDone}>{t('cell.assess.later')}</Button>}
      </div>
    </>
  );
}

interface CriterionFieldProps {
  criterion: Criterion;
  given: Given;
  isChecked: boolean;
  onChange: (given: Given) => void;
}
function CriterionField({ criterion, given, isChecked, onChange }: CriterionFieldProps) {
  const { t, language } = useLanguage();
  const words = (of: { fr: string; ar: string }): string => (language === 'ar' ? of.ar : of.fr);
  const [isNoting, setNoting] = useState(given.note !== '');
  return (
    <Card>
      <ChooseOne
        size="row"
        label={words(criterion.title)}
        options={criterion.levels.map((level, i) => ({ value: String(i), label: words(level) }))}
        value={given.level}
        onChange={(level) => onChange({ ...given, level })}
        {...(isChecked && given.level === '' ? { error: t('cell.choose_one') } : {})}
      />
      {isNoting ? (
        <Field
          label={t('cell.assess.note')}
          rows={2}
          maxLength={500}
          value={given.note}
          onChange={(note) => onChange({ ...given, note })}
        />
      ) : (
        <p>
          <Button
            look="quiet"
            className="mx-0!"
            aria-label={t('cell.assess.add_note_named', { name: words(criterion.title) })}
            onPress={() => setNoting(true)}
          >
            {t('cell.assess.add_note')}
          </Button>
        </p>
      )}
    </Card>
  );
}
