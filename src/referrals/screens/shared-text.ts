import type { ShareableField } from '../../people/contract.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import { wordsOf } from '../../workspace/options.ts';

const families: Partial<Record<ShareableField, string>> = {
  language: 'language',
  audience: 'audience',
  sex: 'sex',
  age_band: 'age',
  needs: 'need',
};

/** A shared value in words: codes are translated, what a person typed is left as typed. */
export function sharedText(t: Translate, field: ShareableField, value: unknown): string {
  const family = families[field];
  const values = (Array.isArray(value) ? value : [value]).map(String);
  return family ? wordsOf(t, family, values) : values.join('\n');
}
