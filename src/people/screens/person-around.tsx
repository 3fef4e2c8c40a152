import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import { isOnItsWay } from '../../workspace/outbox/pending.ts';
import { useSession } from '../../workspace/session.tsx';
import type { PersonView } from '../contract.ts';
import { AddAround } from './add-around.tsx';

/** Who lives with the person and who they are to each other, seen from here. */
export function PersonAround({ view }: { view: PersonView }) {
  const t = useT();
  const { send, outbox } = useSession();
  const [isAdding, setAdding] = useState(false);
  const { person, household, relationships } = view;
  const leaves = isOnItsWay(outbox, 'people.join_household', { personId: person.id });
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2>{t('around.title')}</h2>
        <Button className="no-print" onPress={() => setAdding(true)}>
          {t('around.add')}
        </Button>
      </div>
      {household.length === 0 && relationships.length === 0 && <p className="text-quiet">{t('around.none')}</p>}
      {household.length > 0 && (
        <Card className="gap-2!">
          <h3>{t('around.household')}</h3>
          <ul className="flex flex-col">
            {household.map((other) => (
              <li key={other.id}>
                <PersonLink id={other.id} name={other.name} />
              </li>
            ))}
          </ul>
          <p className="no-print">
            <Button
              look="quiet"
              isDisabled={leaves}
              onPress={() => send({ kind: 'people.join_household', payload: { personId: person.id } })}
            >
              {t(leaves ? 'outbox.this_waits' : 'around.leave_household')}
            </Button>
          </p>
        </Card>
      )}
      {relationships.length > 0 && (
        <Card className="gap-2!">
          <h3>{t('around.relationships')}</h3>
          <ul className="flex flex-col gap-1">
            {relationships.map((link) => {
              const isLeaving = isOnItsWay(outbox, 'people.unrelate', { relationshipId: link.id });
              return (
                <li key={link.id} className="flex flex-wrap items-center gap-x-3">
                  <span className="text-quiet">{t(link.isOf ? `relation.${link.kind}` : `relation_of.${link.kind}`)}</span>
                  <PersonLink id={link.personId} name={link.name} />
                  <Button
                    look="quiet"
                    className="no-print"
                    isDisabled={isLeaving}
                    aria-label={isLeaving ? undefined : t('around.remove_named', { name: link.name })}
                    onPress={() => send({ kind: 'people.unrelate', payload: { relationshipId: link.id } })}
                  >
                    {t(isLeaving ? 'outbox.this_waits' : 'around.remove')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </Card>
      )}
      {isAdding && <AddAround person={person} without={view.all} onDone={() => setAdding(false)} />}
    </section>
  );
}

const PersonLink = ({ id, name }: { id: string; name: string }) => (
  <Link
    to={`/people/${id}`}
    dir="auto"
    className="inline-flex min-h-11 items-center font-semibold text-primary underline-offset-4 hover:underline"
  >
    {name}
  </Link>
);
