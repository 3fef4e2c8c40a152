import { Card, Fact } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import type { PersonRecord } from '../contract.ts';
import { fieldNames, personFields, useFieldWords } from './person-fields.ts';
import { Phone } from './phone.tsx';

/** Everything a record says; what nobody said takes no room. */
export function PersonFacts({ person }: { person: PersonRecord }) {
  const t = useT();
  const wordsFor = useFieldWords();
  const said = fieldNames.filter((field) => field !== 'name' && wordsFor(field, person) !== undefined);
  return (
    <Card>
      {said.length === 0 ? (
        <p className="text-quiet">{t('person.nothing_known')}</p>
      ) : (
        <dl className="grid gap-4 sm:grid-cols-2">
          {said.map((field) => (
            <Fact key={field} label={t(personFields[field])}>
              {field === 'phone' && person.phone ? (
                person.contactPreference === 'do_not_contact' ? (
                  <bdi dir="ltr">{person.phone}</bdi>
                ) : (
                  <Phone number={person.phone} />
                )
              ) : (
                <span dir="auto">{wordsFor(field, person)}</span>
              )}
            </Fact>
          ))}
        </dl>
      )}
    </Card>
  );
}
