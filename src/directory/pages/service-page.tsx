import { Fragment, type ReactNode } from 'react';
import type { Translate } from '../../platform/i18n/index.ts';
import type { OpeningOverview } from '../opening/overview.ts';
import type { ServiceView, Term } from '../store.ts';
import { AvailabilityLine } from './availability.tsx';
import { Contacts, hasPhone } from './contacts.tsx';
import { FeedbackBlock } from './feedback.tsx';
import { Hours, OpeningLine } from './hours.tsx';
import { isWebAddress, listOf, Local } from './local-text.tsx';
import { Papers } from './papers.tsx';
import { ages, areasOf, checkedText, closureText, namesOf, partsOf, price } from './service-text.ts';

interface ServicePageProps {
  t: Translate;
  language: string;
  service: ServiceView;
  opening: OpeningOverview | undefined;
  needs: Term[];
  audiences: Term[];
  /** Where its public places are. */
  map?: ReactNode;
  /** How to keep it. */
  actions?: ReactNode;
}

const Fact = ({ title, id, children }: { title: string; id?: string; children: ReactNode }) => (
  <section id={id}>
    <h2>{title}</h2>
    {children}
  </section>
);
function ForMe(props: ServicePageProps) {
  const { t, language, service } = props;
  const audiences = namesOf(service.audiences, props.audiences, language);
  const needs = namesOf(service.needs, props.needs, language);
  const age = ages(t, service);
  return (
    <Fact title={t('directory.service.forMe')}>
      {service.eligibility ? (
        <p>
          <Local text={service.eligibility} page={language} />
        </p>
      ) : null}
      {audiences.length > 0 ? <p>{t('directory.service.audiences', { list: listOf(audiences, language) })}</p> : null}
      {needs.length > 0 ? <p>{t('directory.service.needs', { list: listOf(needs, language) })}</p> : null}
      {age ? <p>{age}</p> : null}
    </Fact>
  );
}

function Where({ t, language, service }: ServicePageProps) {
  const areas = areasOf(service);
  return (
    <>
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
          {place.confidential ? (
            <p>{t('directory.service.confidential')}</p>
          ) : (
            <p>
              {partsOf(place).map((part, i) => (
                <Fragment key={part}>
                  {i > 0 ? (language === 'ar' ? '، ' : ', ') : null}
                  <bdi>{part}</bdi>
                </Fragment>
              ))}
            </p>
          )}
        </div>
      ))}
      {areas.length > 0 ? <p>{t('directory.service.validIn', { list: listOf(areas, language) })}</p> : null}
      {service.places.length + areas.length === 0 ? <p>{t('directory.service.whereUnknown')}</p> : null}
    </>
  );
}

function Costs({ t, language, service }: ServicePageProps) {
  if (service.fees === null && service.costs.length === 0) return <p>{t('directory.service.costUnknown')}</p>;
  return (
    <>
      {service.fees ? (
        <p>
          <Local text={service.fees} page={language} />
        </p>
      ) : null}
      {service.costs.length > 0 ? (
        <ul>
          {service.costs.map((cost) => {
            const texts = [cost.option, cost.description].filter((text) => text !== null);
            return (
              <li key={`${cost.option?.text} ${cost.amount} ${cost.description?.text}`}>
                {price(cost, language)}
                {texts.map((text) => (
                  <Fragment key={text.text}>
                    {' '}
                    <Local text={text} page={language} />
                  </Fragment>
                ))}
              </li>
            );
          })}
        </ul>
      ) : null}
    </>
  );
}

function Checked({ t, language, service }: ServicePageProps) {
  return (
    <Fact title={t('directory.service.checked')}>
      <p>{checkedText(t, language, service)}</p>
      {isWebAddress(service.sourceUrl) ? (
        <a className="act" href={service.sourceUrl} rel="noreferrer">
          {t('directory.service.source')}
        </a>
      ) : null}
    </Fact>
  );
}

/** One service, in the order a person asks: is it for me, what do I bring, where and when, what it costs, how to contact, can I believe it. */
export function ServicePage(props: ServicePageProps) {
  const { t, language, service } = props;
  const closure = closureText(t, service);
  // The hours of a service that is not offered would send people to a closed door.
  const opening = closure === undefined ? props.opening : undefined;
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
        {opening && opening.places.length > 0 ? (
          <a href="#hours">
            <OpeningLine t={t} language={language} opening={opening} />
          </a>
        ) : null}
      </p>
      {service.description ? (
        <p className="lead">
          <Local text={service.description} page={language} />
        </p>
      ) : null}
      {closure === undefined ? null : <p className="note warn">{closure}</p>}
      {service.alert ? (
        <p className="note warn">
          <Local text={service.alert} page={language} />
        </p>
      ) : null}
      {service.availability ? <AvailabilityLine t={t} language={language} availability={service.availability} /> : null}
      {service.toBeConfirmed ? (
        <p className="note warn">{t(hasPhone(service) ? 'directory.service.toBeConfirmed' : 'directory.service.toBeConfirmedByCell')}</p>
      ) : null}
      <div className="facts">
        <ForMe {...props} />
        <Fact title={t('directory.service.bring')}>
          <Papers t={t} language={language} papers={service.documents} />
        </Fact>
        <Fact title={t('directory.service.whereAndWhen')} id="hours">
          <Where {...props} />
          {opening ? <Hours t={t} language={language} opening={opening} reach={hasPhone(service) ? 'phone' : 'other'} /> : null}
          {props.map}
        </Fact>
        <Fact title={t('directory.service.cost')}>
          <Costs {...props} />
        </Fact>
        {service.applicationProcess ? (
          <Fact title={t('directory.service.apply')}>
            <p>
              <Local text={service.applicationProcess} page={language} />
            </p>
          </Fact>
        ) : null}
        <Fact title={t('directory.service.contact')}>
          <Contacts t={t} language={language} service={service} />
        </Fact>
        <Checked {...props} />
      </div>
      {props.actions}
      <FeedbackBlock t={t} language={language} serviceId={service.id} />
    </article>
  );
}
