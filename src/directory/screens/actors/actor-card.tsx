import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Badge, Card, Fact } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { editPlace } from '../place.ts';
import type { Actor } from '../answers.ts';
import { Named, useName } from '../named.tsx';
import { useAudiences, useNeeds } from '../terms.ts';

/** One organisation: what it does, for whom, where, and its people. */
export function ActorCard({ actor }: { actor: Actor }) {
  const t = useT();
  const nameOf = useName();
  const needs = useNeeds();
  const audiences = useAudiences();
  const { roles, organizationId } = useSession();
  const place = editPlace(roles, organizationId === actor.id);
  const comma = t('workspace.list_comma');
  return (
    <Card className="gap-3!">
      <div className="flex flex-wrap items-start justify-between gap-2 sm:flex-nowrap">
        <h2 className="text-lg">
          <Named names={actor.name} />
        </h2>
        {actor.answers && <Badge tone="good">{t('care.actors.answers')}</Badge>}
      </div>
      <p className="text-sm text-quiet">
        {actor.commune && (
          <>
            <Named names={actor.commune} />
            {' · '}
          </>
        )}
        {t('finder.total', { count: actor.services })}
      </p>
      <dl className="grid gap-3 sm:grid-cols-2">
        {actor.needs.length > 0 && <Fact label={t('care.field.needs')}>{actor.needs.map(needs.nameOf).join(comma)}</Fact>}
        {actor.audiences.length > 0 && <Fact label={t('care.field.audiences')}>{actor.audiences.map(audiences.nameOf).join(comma)}</Fact>}
        {actor.areas.length > 0 && <Fact label={t('care.field.areas')}>{actor.areas.map(({ name }) => nameOf(name)).join(comma)}</Fact>}
        {(actor.phones.length > 0 || actor.email) && (
          <Fact label={t('care.form.contact')}>
            <Contact email={actor.email} phones={actor.phones} />
          </Fact>
        )}
      </dl>
      {actor.focalPoints.length > 0 && (
        <section className="flex flex-col gap-2">
          <h3>{t('care.actors.focal_points')}</h3>
          <ul className="flex flex-col gap-3">
            {actor.focalPoints.map((person) => (
              <li key={`${person.name} ${person.title} ${person.email} ${person.phones.join()}`} className="rounded-xl bg-paper p-3">
                <p className="font-semibold">
                  <bdi>{person.name ?? t('care.actors.unnamed')}</bdi>
                </p>
                <p className="text-sm text-quiet">
                  <bdi>{[person.title, person.department].filter(Boolean).join(' · ')}</bdi>
                </p>
                <Contact email={person.email} phones={person.phones} />
                {!person.published && <p className="text-sm text-quiet">{t('care.actors.unpublished')}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {place && (
        <p>
          <Link
            to={`${place}/organizations/${actor.id}/edit`}
            aria-label={t('care.organization.edit_named', { name: nameOf(actor.name) })}
            className={buttonClass('second')}
          >
            {t('care.organization.edit')}
          </Link>
        </p>
      )}
    </Card>
  );
}

function Contact({ email, phones }: { email: string | null; phones: readonly string[] }) {
  const link = 'inline-flex min-h-8 items-center text-primary underline underline-offset-4';
  return (
    <span className="flex flex-col items-start">
      {phones.map((phone) => (
        <a key={phone} href={`tel:${phone.replace(/[^+\d]/g, '')}`} className={link}>
          <bdi dir="ltr">{phone}</bdi>
        </a>
      ))}
      {email && (
        <a href={`mailto:${email}`} className={link}>
          <bdi dir="ltr">{email}</bdi>
        </a>
      )}
    </span>
  );
}
