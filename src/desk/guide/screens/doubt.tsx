import type { GuideLanguage } from '../contract.ts';
import { labels } from '../labels.ts';

/** Beside what nobody read in a source. */
export function Doubt({ language }: { language: GuideLanguage }) {
  return <span className="text-sm font-normal text-warn"> ({labels[language].toBeConfirmed})</span>;
}
