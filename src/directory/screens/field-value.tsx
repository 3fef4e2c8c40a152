import { useDates, useLanguage } from '../../workspace/language.tsx';
import type { Schedule } from './answers.ts';
import { useAreas } from './areas.ts';
import { useLanguageName } from './language-name.ts';
import { scheduleWords } from './schedule-words.ts';
import { useAudiences, useNeeds } from './terms.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The name of a field; a text of one language says which. */
export function useFieldName(): (field: string) => string {
  const { t, has } = useLanguage();
  const languageName = useLanguageName();
  return (field) => {
    const [kind, language, member] = field.split('.');
    const own = (name: string) => (has(`care.field.${name}`) ? t(`care.field.${name}`) : name);
    return kind === 'translations' && language && member
      ? t('care.field_in', { name: own(member), language: languageName(language) })
      : own(field);
  };
}

/** One value of a record in words, whatever its kind. Text of the other direction keeps its order, and stays in line with its neighbours. */
export function FieldValue({ field, value }: { field: string; value: unknown }) {
  const { t } = useLanguage();
  const lines = useLines(field, value);
  if (lines.length === 0) return <span className="text-quiet italic">{t('care.nothing')}</span>;
  if (lines.length === 1)
    return (
      <span className="block whitespace-pre-line">
        <bdi>{lines[0]}</bdi>
      </span>
    );
  return (
    <ul className="list-disc ps-5">
      {lines.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}

function useLines(field: string, value: unknown): string[] {
  const { t, has, language } = useLanguage();
  const needs = useNeeds();
  const audiences = useAudiences();
  const areas = useAreas();
  const languageName = useLanguageName();
  const dates = useDates();
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.map((item) => lineOf(item));
  if (isRecord(value) && field.endsWith('.wordings'))
    return Object.entries(value).map(([original, text]) => t('care.wording', { original, text: String(text) }));
  if (isRecord(value)) return [lineOf(value)];
  return [lineOf(value)];

  function lineOf(item: unknown): string {
    if (field === 'needs') return needs.nameOf(String(item));
    if (field === 'audiences') return audiences.nameOf(String(item));
    if (field === 'areas' || field === 'communeCode') return areas.nameOf(String(item));
    if (field === 'status' && has(`care.status.${item}`)) return t(`care.status.${item}`);
    if (!isRecord(item)) return String(item);
    // The shape follows from the field: both sides are written from the same contract.
    if (field === 'schedules') return scheduleWords(t, language, item as Schedule);
    if (field === 'availability') {
      const name = t(`care.availability.${item.state}`, { count: Number(item.places ?? 0) });
      return typeof item.until === 'string' ? t('care.availability.until_day', { name, date: dates.day(item.until) }) : name;
    }
    if (field === 'languages') return typeof item.code === 'string' ? languageName(item.code) : String(item.name ?? '');
    return ['procedure', 'document', 'number', 'extension', 'name', 'address', 'description', 'uri']
      .flatMap((member) => (typeof item[member] === 'string' ? [item[member]] : []))
      .concat(typeof item.communeCode === 'string' ? [areas.nameOf(item.communeCode)] : [])
      .join(' · ');
  }
}
