import { Notice } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import type { PersonRecord } from '../contract.ts';

type Rule = Pick<PersonRecord, 'contactPreference' | 'phoneBelongsTo' | 'safeHours'>;

/** What could harm the person if it were overlooked stands before everything else, in large letters. */
export function ContactRule({ person }: { person: Rule }) {
  const t = useT();
  const { contactPreference, phoneBelongsTo, safeHours } = person;
  const isForbidden = contactPreference === 'do_not_contact';
  if (!isForbidden && contactPreference !== 'someone_else' && !phoneBelongsTo && !safeHours) return null;
  return (
    <Notice tone={isForbidden ? 'bad' : 'warn'}>
      {isForbidden && <p className="text-xl font-bold">{t('contact_rule.do_not_contact')}</p>}
      {contactPreference === 'someone_else' && <p className="text-lg font-bold">{t('contact_rule.someone_else')}</p>}
      {phoneBelongsTo && <p className="font-semibold">{t('contact_rule.phone_belongs_to', { name: phoneBelongsTo })}</p>}
      {safeHours && <p className="font-semibold">{t('contact_rule.safe_hours', { hours: safeHours })}</p>}
    </Notice>
  );
}
