import type { ReactNode } from 'react';
import { localeOf, type Translate } from '../../platform/i18n/index.ts';
import type { Place, ServiceView, Term } from '../store.ts';
import { isWebAddress, languageName, listOf, Local } from './local-text.tsx';

interface ServicePageProps {
  t: Translate;
  language: string;
  service: ServiceView;
  needs: Term[];
  audiences: Term[];
}

const Fact = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);
const namesOf = (codes: string[], terms: Term[], language: string): string[] =>
  terms.filter((term) => codes.includes(term.code)).map((term) => term.names[language] ?? term.names.fr ?? term.code);

function ages({ t, service }: ServicePageProps): string | undefined {
  const { minimumAge: from, maximumAge: to } = service;
  if (from !== null && to !== null) return t('directory.service.ageBetween', { from, to });
  if (from !== null) return t('directory.service.ageFrom', { from });
  return to !== null ? t('directory.service.ageTo', { to }) : undefined;
}

function ForMe(props: ServicePageProps) {
  const { t, language, service } = props;
  const audiences = namesOf(service.audiences, props.audiences, language);
  const needs = namesOf(service.needs, props.needs, language);
  return (
    <Fact title={t('directory.service.forMe')}>
      {service.eligibility ? (
        <p>
          <Local text={service.eligibility} page={language} />
        </p>
      ) : null}
      {audiences.length > 0 ? <p>{t('directory.service.audiences', { list: listOf(audiences, language) })}</p> : null}
      {needs.length > 0 ? <p>{t('directory.service.needs', { list: listOf(needs, language) })}</p> : null}
      {ages(props) ? <p>{ages(props)}</p> : null}
    </Fact>
  );
}

function Where({ t, language, service }: ServicePageProps) {
  const areas = service.areas.flatMap((area) => (area.name ? [area.name] : []));
  const shown = (place: Place): string =>
    [place.address, place.commune, place.province]
      .filter((part, i, all): part is string => part !== null && !all.slice(0, i).some((before) => before?.endsWith(part)))
      .join(', ');
  return (
    <Fact title={t('directory.service.where')}>
      {service.places.map((place, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the page is rendered once and never reordered.
        <div key={i}>
          {place.name && !place.confidential ? (
            <p>
              <strong>
                <Local text={place.name} page={language} />
              </strong>
            </p>
          ) : null}
          {place.confidential ? <p>{t('directory.service.confidential')}</p> : shown(place) ? <p>{shown(place)}</p> : null}
        </div>
      ))}
      {areas.length > 0 ? <p>{t('directory.service.validIn', { list: listOf(areas, language) })}</p> : null}
      {service.places.length + areas.length === 0 ? <p>{t('directory.service.whereUnknown')}</p> : null}
    </Fact>
  );
}

// 1 January 2024 was a Monday.
const weekdays = new Map(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].map((day, i) => [day, new Date(Date.UTC(2024, 0, 1 + i))]));
function dayNames(days: string | null, language: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' });
  const dates = (days ?? '').split(',').flatMap((day) => weekdays.get(day.trim().slice(-2)) ?? []);
  return listOf(
    dates.map((date) => format.format(date)),
    language,
  );
}

function When({ t, language, service }: ServicePageProps) {
  return (
    <Fact title={t('directory.service.when')}>
      {service.schedules.length === 0 ? <p>{t('directory.service.whenUnknown')}</p> : null}
      {service.schedules.map((schedule, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the page is rendered once and never reordered.
        <p key={i}>
          {[
            dayNames(schedule.days, language),
            [schedule.opens, schedule.closes].filter((hour) => hour).join(' – '),
            [schedule.from, schedule.to].filter((day) => day).join(' – '),
            schedule.description ?? '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      ))}
    </Fact>
  );
}

function Contact({ t, language, service }: ServicePageProps) {
  const emails = [...new Set([service.email, service.organizationEmail])].filter((email) => email !== null);
  const sites = [...new Set([service.url, service.organizationWebsite])].filter(isWebAddress);
  const spoken = service.languages.flatMap((l) => (l.code ? [languageName(l.code, language)] : l.name ? [l.name] : []));
  return (
    <Fact title={t('directory.service.contact')}>
      <ul className="plain">
        {service.phones.map((phone) => (
          <li key={phone.number}>
            <a className="act" href={`tel:${phone.number.replace(/[^+\d]/g, '')}`}>
              {t('directory.service.call', { number: phone.number })}
            </a>
            {phone.description ? (
              <>
                {' '}
                <Local text={{ text: phone.description, language: null }} page={language} />
              </>
            ) : null}
          </li>
        ))}
        {emails.map((email) => (
          <li key={email}>
            <a className="act" href={`mailto:${email}`}>
              {t('directory.service.write', { email })}
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
      {service.phones.length + emails.length + sites.length === 0 ? <p>{t('directory.service.contactUnknown')}</p> : null}
      {spoken.length > 0 ? <p>{t('directory.service.languages', { list: listOf(spoken, language) })}</p> : null}
    </Fact>
  );
}

function Checked({ t, service }: ServicePageProps) {
  return (
    <Fact title={t('directory.service.checked')}>
      <p>
        {service.checkedYear
          ? t('directory.service.checkedYear', { year: String(service.checkedYear) })
          : t('directory.service.checkedUndated')}
      </p>
      {isWebAddress(service.sourceUrl) ? (
        <a className="act" href={service.sourceUrl} rel="noreferrer">
          {t('directory.service.source')}
        </a>
      ) : null}
    </Fact>
  );
}

/** One service, in the order a person asks: is it for me, what to bring, where, when, how much, whom to call, can I believe it. */
export function ServicePage(props: ServicePageProps) {
  const { t, language, service } = props;
  return (
    <article>
      <h1>
        <Local text={service.name} page={language} />
      </h1>
      <p className="meta">
        <span>
          {t('directory.service.offeredBy')}{' '}
          <a href={`/${language}/organizations/${service.organizationId}`}>
            <Local text={service.organizationName} page={language} />
          </a>
        </span>
        {service.toBeConfirmed ? <span className="mark">{t('directory.mark.toBeConfirmed')}</span> : null}
      </p>
      {service.description ? (
        <p className="lead">
          <Local text={service.description} page={language} />
        </p>
      ) : null}
      {service.vanished || service.status !== 'active' ? <p className="note warn">{t('directory.service.inactive')}</p> : null}
      {service.alert ? (
        <p className="note warn">
          <Local text={service.alert} page={language} />
        </p>
      ) : null}
      {service.toBeConfirmed ? (
        <p className="note warn">
          {t(service.phones.length > 0 ? 'directory.service.toBeConfirmed' : 'directory.service.toBeConfirmedByCell')}
        </p>
      ) : null}
      <div className="facts">
        <ForMe {...props} />
        <Fact title={t('directory.service.bring')}>
          {service.documents.length === 0 ? (
            <p>{t('directory.service.bringUnknown')}</p>
          ) : (
            <ul>
              {service.documents.map((document) => (
                <li key={document}>
                  <Local text={{ text: document, language: null }} page={language} />
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Where {...props} />
        <When {...props} />
        {service.applicationProcess ? (
          <Fact title={t('directory.service.apply')}>
            <p>
              <Local text={{ text: service.applicationProcess, language: null }} page={language} />
            </p>
          </Fact>
        ) : null}
        <Fact title={t('directory.service.cost')}>
          <p>
            {service.fees ? <Local text={{ text: service.fees, language: null }} page={language} /> : t('directory.service.costUnknown')}
          </p>
        </Fact>
        <Contact {...props} />
        <Checked {...props} />
      </div>
    </article>
  );
}
