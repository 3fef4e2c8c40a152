import { OrganizationSelect, PickList, TwoWords, type Typed, useTold } from '../../../coordination/screens/index.ts';
import { ChooseMany } from '../../../ui/choice.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { useRead } from '../../../workspace/reading.tsx';
import type { Plan } from '../../contract.ts';
import type { FieldKind, Thing } from '../../lists.ts';
import { ActionSelect } from './action-select.tsx';
import type { TypedValue } from './values.ts';

/** Under which names the values of a closed list stand in the catalogues. */
const families: Record<string, string> = {
  kind: 'plans.word.session',
  status: 'plans.word.status',
  body: 'plans.word.body',
  taken: 'plans.word.taken',
  audiences: 'plans.word.audience',
  themes: 'thread.theme',
  disaggregation: 'plans.word.by',
};
const markers = new Set(['gender_marker', 'migration_marker']);

export interface PlanFieldProps {
  plan: Plan;
  thing: Thing;
  name: string;
  kind: FieldKind;
  value: TypedValue;
  onChange: (value: TypedValue) => void;
  error?: string | undefined;
}

/** What a field is called; the same name may mean another thing of another thing. */
export function useFieldLabel(): (thing: Thing, name: string) => string {
  const { t, has } = useLanguage();
  return (thing, name) => (has(`plans.field.${thing}.${name}`) ? t(`plans.field.${thing}.${name}`) : t(`plans.field.${name}`));
}

/** One field of a thing of a plan, as its kind is typed. */
export function PlanField({ plan, thing, name, kind, value, onChange, error }: PlanFieldProps) {
  const { t, has } = useLanguage();
  const label = useFieldLabel()(thing, name);
  const hint = has(`plans.hint.${name}`) ? { hint: t(`plans.hint.${name}`) } : {};
  const wrong = error ? { error } : {};
  if (markers.has(name))
    return (
      <Choice
        label={label}
        value={value as string}
        onChange={onChange}
        values={['0', '1', '2']}
        family="plans.word.marker"
        none={t('plans.none')}
      />
    );
  switch (kind.kind) {
    case 'told':
      return (
        <TwoWords
          label={label}
          {...hint}
          error={error}
          value={value as Typed}
          onChange={onChange}
          maxLength={kind.most}
          {...(kind.most > 500 ? { rows: 5 } : {})}
        />
      );
    case 'text':
      return <Field label={label} {...hint} {...wrong} maxLength={kind.most} value={value as string} onChange={onChange} />;
    case 'number':
      return <Field label={label} {...hint} {...wrong} dir="ltr" value={value as string} onChange={onChange} />;
    case 'day':
      return <Field label={label} {...hint} {...wrong} type="date" dir="ltr" value={value as string} onChange={onChange} />;
    case 'choice':
      return (
        <Choice
          label={label}
          value={value as string}
          onChange={onChange}
          values={kind.of}
          family={families[name] ?? ''}
          none={t('thread.choose')}
          {...wrong}
        />
      );
    case 'list':
      return (
        <ChooseMany
          label={label}
          isLongList
          options={optionsOf(t, families[name] ?? '', kind.of)}
          value={value as string[]}
          onChange={onChange}
        />
      );
    default:
      return <Related plan={plan} name={name} label={label} value={value} onChange={onChange} />;
  }
}

interface ChoiceProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  values: readonly string[];
  family: string;
  none: string;
  error?: string;
}
function Choice({ label, value, onChange, values, family, none, error }: ChoiceProps) {
  const { t } = useLanguage();
  return (
    <div className="flex flex-col gap-1">
      <NativeSelect label={label} value={value} onChange={onChange}>
        <option value="">{none}</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {t(`${family}.${each}`)}
          </option>
        ))}
      </NativeSelect>
      {error && (
        <p data-invalid role="alert" className="font-semibold text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

/** A field that names other things: of the plan, of the directory, of the region's thread. */
function Related({ plan, name, label, value, onChange }: Pick<PlanFieldProps, 'plan' | 'name' | 'value' | 'onChange'> & { label: string }) {
  const { t } = useLanguage();
  const told = useTold();
  const known = plan.projects.flatMap((p) => [...(p.holderOrganization ? [p.holderOrganization] : []), ...p.partnerOrganizations]);
  const named = [...known, plan.organization].map((o) => ({ id: o.id, name: told(o.name) }));
  const { data: directory = [] } = useRead<{ id: string; name: string }[]>('/api/directory/organizations', name === 'partner_ids');
  if (name === 'need_ids') {
    const needs = plan.needs.map((n) => ({ id: n.id, name: told(n.title) }));
    return <PickList label={label} add={t('plans.add.need_id')} options={needs} value={value as string[]} onChange={onChange} />;
  }
  if (name === 'partner_ids') {
    return (
      <PickList
        label={label}
        add={t('plans.add.partner')}
        options={[...named, ...directory]}
        value={value as string[]}
        onChange={onChange}
        renderAdd={(pick) => (
          <OrganizationSelect
            label={t('plans.add.partner')}
            none={t('thread.choose')}
            value=""
            onChange={pick}
            without={value as string[]}
          />
        )}
      />
    );
  }
  if (name === 'holder_id')
    return <OrganizationSelect label={label} none={t('plans.none')} value={value as string} onChange={onChange} known={named} />;
  if (name === 'action_id')
    return <ActionSelect communeCode={plan.commune.code} label={label} value={value as string} onChange={onChange} />;
  return (
    <NativeSelect label={label} value={value as string} onChange={onChange}>
      <option value="">{t(name === 'project_id' ? 'plans.whole_plan' : 'plans.none')}</option>
      {plan.projects.map((option) => (
        <option key={option.id} value={option.id}>
          {told(option.title)}
        </option>
      ))}
    </NativeSelect>
  );
}
