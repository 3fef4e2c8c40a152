import type { Translate } from '../../platform/i18n/index.ts';
import type { ServicePhone, ServiceView } from '../store.ts';
import { apart, isWebAddress, languageName, listOf, Local } from './local-text.tsx';

const digits = (number: string): string => number.replace(/[^+\d]/g, '');

/** WhatsApp knows numbers by their country: one written without it is offered as a call only. */
function whatsAppAddress({ number, type }: ServicePhone): string | undefined {
  const international = /^(?:\+|00)([1-9]\d{6,14})$/.exec(digits(number))?.[1];
  return /whats\s?app/i.test(type ?? '') && international ? `https://wa.me/${international}` : undefined;
}

function Phone({ t, language, phone }: { t: Translate; language: string; phone: ServicePhone }) {
  const { number, extension, description } = phone;
  const whatsApp = whatsAppAddress(phone);
  return (
    <li>
      {whatsApp ? (
        <a className="act" href={whatsApp} rel="noreferrer">
          {t('directory.service.whatsapp', { number: apart(number) })}
        </a>
      ) : (
        <a className="act" href={`tel:${digits(number)}${extension ? `;ext=${digits(extension)}` : ''}`}>
          {t('directory.service.call', { number: apart(number) })}
        </a>
      )}
      {extension ? <> {t('directory.service.extension', { extension })}</> : null}
      {description ? (
        <>
          {' '}
          <Local text={description} page={language} />
        </>
      ) : null}
    </li>
  );
}

export const canBeCalled = ({ type }: ServicePhone): boolean => !/fax/i.test(type ?? '');
/** Whether someone answers the telephone. */
export const hasPhone = (service: ServiceView): boolean => service.phones.some(canBeCalled);

/** How to reach them: a tap calls, writes or opens. */
export function Contacts({ t, language, service }: { t: Translate; language: string; service: ServiceView }) {
  const phones = service.phones.filter(canBeCalled);
  const emails = [...new Set([service.email, service.organizationEmail])].filter((email) => email !== null);
  const sites = [...new Set([service.url, service.organizationWebsite])].filter(isWebAddress);
  const spoken = service.languages.flatMap((l) => (l.code ? [languageName(l.code, language)] : l.name ? [l.name] : []));
  return (
    <>
      <ul className="plain">
        {phones.map((phone) => (
          <Phone key={`${phone.number} ${phone.extension} ${phone.type}`} t={t} language={language} phone={phone} />
        ))}
        {emails.map((email) => (
          <li key={email}>
            <a className="act" href={`mailto:${email}`}>
              {t('directory.service.write', { email: apart(email) })}
            </a>
          </li>
        ))}
        {sites.map((site) => (
          <li key={site}>
            <a className="act" href={site} rel="noreferrer">
              {t('directory.service.website')} – <bdi>{new URL(site).hostname}</bdi>
            </a>
          </li>
        ))}
      </ul>
      {phones.length + emails.length + sites.length === 0 ? <p>{t('directory.service.contactUnknown')}</p> : null}
      {spoken.length > 0 ? <p>{t('directory.service.languages', { list: listOf(spoken, language) })}</p> : null}
    </>
  );
}
