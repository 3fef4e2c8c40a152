import { localeOf, type Translate } from '../../platform/i18n/index.ts';
import type { Cost, Place, ServiceView, Term } from '../store.ts';

export const namesOf = (codes: string[], terms: Term[], language: string): string[] =>
  terms.filter((term) => codes.includes(term.code)).map((term) => term.names[language] ?? term.names.fr ?? term.code);

export function ages(t: Translate, { minimumAge: from, maximumAge: to }: ServiceView): string | undefined {
  if (from !== null && to !== null) return t('directory.service.ageBetween', { from, to });
  if (from !== null) return t('directory.service.ageFrom', { from });
  return to !== null ? t('directory.service.ageTo', { to }) : undefined;
}

/** Why nobody should set out for it today; `undefined` when it is offered. */
export function closureText(t: Translate, { vanished, status }: Pick<ServiceView, 'vanished' | 'status'>): string | undefined {
  if (!vanished && status === 'active') return undefined;
  return t(!vanished && status === 'temporarily closed' ? 'directory.service.paused' : 'directory.service.inactive');
}

export const areasOf = ({ areas }: ServiceView): string[] => areas.flatMap(({ name }) => (name ? [name] : []));

/** Street, commune, province, each said once. */
export const partsOf = ({ address, commune, province }: Place): string[] =>
  [address, commune, province].filter(
    (part, i, all): part is string => part !== null && !all.slice(0, i).some((before) => before?.endsWith(part)),
  );

export function price({ amount, currency }: Cost, language: string): string | undefined {
  if (amount === null) return undefined;
  if (currency === null) return new Intl.NumberFormat(localeOf(language)).format(amount);
  return new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    maximumFractionDigits: 2,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}

export function checkedText(t: Translate, language: string, { demonstration, assuredDate, checkedYear }: ServiceView): string {
  if (demonstration) return t('directory.service.demonstration');
  if (assuredDate) {
    const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
    return t('directory.service.confirmedOn', { date: day.format(new Date(assuredDate)) });
  }
  return checkedYear ? t('directory.service.checkedYear', { year: String(checkedYear) }) : t('directory.service.checkedUndated');
}
