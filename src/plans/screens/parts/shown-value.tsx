import { Words } from '../../../coordination/screens/index.ts';
import { useDates, useLanguage } from '../../../workspace/language.tsx';
import type { Plan, Told } from '../../contract.ts';

/** Closed lists under whose names a field's value is said. */
const families: Record<string, string> = {
  kind: 'plans.word.session',
  status: 'plans.word.status',
  body: 'plans.word.body',
  taken: 'plans.word.taken',
  audiences: 'plans.word.audience',
  themes: 'thread.theme',
  disaggregation: 'plans.word.by',
  gender_marker: 'plans.word.marker',
  migration_marker: 'plans.word.marker',
};
const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null && !Array.isArray(value);
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

interface ShownValueProps {
  field: string;
  value: unknown;
  /** Words of one language, as a conflict keeps them. */
  language?: string | null;
  plan: Plan;
}

/** What stands in a field, as a person reads it. */
export function ShownValue({ field, value, language, plan }: ShownValueProps) {
  const { t } = useLanguage();
  const dates = useDates();
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return t('plans.nothing');
  if (language) {
    return (
      <bdi lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'} className="whitespace-pre-line">
        {String(value)}
      </bdi>
    );
  }
  const family = families[field];
  if (family)
    return [value]
      .flat()
      .map((each) => t(`${family}.${each}`))
      .join(t('workspace.list_comma'));
  if (isTold(value)) return <AllWords told={value} />;
  if (isDay(value)) return dates.day(value);
  if (typeof value === 'number') return field.endsWith('year') ? String(value) : dates.number(value);
  const things = new Map([...plan.needs, ...plan.projects].map((each) => [each.id, each.title]));
  const organizations = plan.projects.flatMap((p) => [...(p.holderOrganization ? [p.holderOrganization] : []), ...p.partnerOrganizations]);
  const names = new Map<string, Told>([...things, ...organizations.map((o): [string, Told] => [o.id, o.name])]);
  const ids = [value].flat().map(String);
  return ids.map((id, place) => (
    <span key={id}>
      {place > 0 && t('workspace.list_comma')}
      {names.has(id) ? (
        <Words told={names.get(id) ?? {}} />
      ) : (
        <bdi>{field.endsWith('_id') || field.endsWith('_ids') ? t('plans.something') : id}</bdi>
      )}
    </span>
  ));
}

/** Words in every language they were written in: a change in one must not hide behind the other. */
function AllWords({ told }: { told: Told }) {
  return (
    <span className="flex flex-col gap-1">
      {Object.entries(told).map(([language, words]) => (
        <bdi key={language} lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'} className="whitespace-pre-line">
          {words}
        </bdi>
      ))}
    </span>
  );
}
