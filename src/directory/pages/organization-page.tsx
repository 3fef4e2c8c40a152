import type { Translate } from '../../platform/i18n/index.ts';
import type { OrganizationView } from '../store.ts';
import { apart, isWebAddress, Local } from './local-text.tsx';

export function OrganizationPage({ t, language, organization }: { t: Translate; language: string; organization: OrganizationView }) {
  return (
    <article>
      <h1>
        <Local text={organization.name} page={language} />
      </h1>
      {organization.commune ? (
        <p className="meta">
          <bdi>{organization.commune}</bdi>
        </p>
      ) : null}
      {organization.description.text ? (
        <p className="lead">
          <Local text={organization.description} page={language} />
        </p>
      ) : null}
      {organization.vanished ? <p className="note warn">{t('directory.organization.vanished')}</p> : null}
      <ul className="plain">
        {organization.phones.map((phone) => (
          <li key={phone.number}>
            <a className="act" href={`tel:${phone.number.replace(/[^+\d]/g, '')}`}>
              {t('directory.service.call', { number: apart(phone.number) })}
            </a>
          </li>
        ))}
        {organization.email ? (
          <li>
            <a className="act" href={`mailto:${organization.email}`}>
              {t('directory.service.write', { email: apart(organization.email) })}
            </a>
          </li>
        ) : null}
        {isWebAddress(organization.website) ? (
          <li>
            <a className="act" href={organization.website} rel="noreferrer">
              {t('directory.service.website')} – <bdi>{new URL(organization.website).hostname}</bdi>
            </a>
          </li>
        ) : null}
      </ul>
      <h2>{t('directory.organization.services')}</h2>
      {organization.services.length === 0 ? <p>{t('directory.organization.noService')}</p> : null}
      <ul className="plain">
        {organization.services.map((service) => (
          <li className="card" key={service.id}>
            <h3>
              <a href={`/${language}/services/${service.id}`}>
                <Local text={service.name} page={language} />
              </a>
            </h3>
            {service.toBeConfirmed ? <span className="mark">{t('directory.mark.toBeConfirmed')}</span> : null}
          </li>
        ))}
      </ul>
    </article>
  );
}
