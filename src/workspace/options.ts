import type { Translate } from '../platform/i18n/index.ts';
import type { Option } from '../ui/choice.tsx';

/** The words for a closed list, in its own order: `need.health`, `sex.woman` … */
export function optionsOf<V extends string>(t: Translate, family: string, values: readonly V[]): Option<V>[] {
  return values.map((value) => ({ value, label: t(`${family}.${value}`) }));
}
export function wordsOf(t: Translate, family: string, values: readonly string[]): string {
  return values.map((value) => t(`${family}.${value}`)).join(t('workspace.list_comma'));
}
