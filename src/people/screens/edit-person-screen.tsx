import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { useT } from '../../workspace/language.tsx';
import { Page, Waiting } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { PersonRecord, PersonView } from '../contract.ts';
import { changeOf } from './person-change.ts';
import { draftOf, emptyPerson, type PersonDraft, type PersonErrors, problemsIn } from './person-draft.ts';
import { fieldNames, personFields, useFieldWords } from './person-fields.ts';
import { PersonForm } from './person-form.tsx';

export function EditPersonScreen() {
  const t = useT();
  const { personId = '' } = useParams();
  const query = useRead<PersonView>(`/api/people/${encodeURIComponent(personId)}`);
  if (query.data) return <EditPerson person={query.data.person} />;
  return (
    <Page title={t('person.edit')}>
      <Reading query={query}>{() => null}</Reading>
    </Page>
  );
}

/** Only what was touched is kept as a draft and sent, each beside what stood there: nobody overwrites what they have not seen. */
function EditPerson({ person }: { person: PersonRecord & { id: string } }) {
  const t = useT();
  const navigate = useNavigate();
  const { send } = useSession();
  const { value, change, discard } = useDraft<{ touched: Partial<PersonDraft> }>(`person:${person.id}`, () => ({ touched: {} }));
  const [errors, setErrors] = useState<PersonErrors>({});
  if (!value) return <Waiting />;
  const { touched } = value;
  const draft = { ...emptyPerson, ...draftOf(person), ...touched };

  async function save(): Promise<void> {
    const found = await problemsIn(draft, new Date());
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirstProblem();
    const changed = changeOf(person, touched, new Date());
    if (Object.keys(changed.set).length > 0) await send({ kind: 'people.change', payload: { personId: person.id, ...changed } });
    await leave();
  }
  async function leave(): Promise<void> {
    await discard();
    await navigate(`/people/${person.id}`, { replace: true });
  }
  return (
    <Page title={t('person.edit')} intro={person.name}>
      <Card className="gap-6">
        <PersonForm draft={draft} change={(part) => change({ touched: { ...touched, ...part } })} errors={errors} />
      </Card>
      <Changes person={person} touched={touched} />
      <div className="flex flex-wrap items-center gap-4">
        <Button look="main" className="w-full sm:w-auto sm:px-8" onPress={() => save()}>
          {t('person.save')}
        </Button>
        <Button onPress={() => leave()}>{t('workspace.cancel')}</Button>
        <p className="text-sm text-quiet">{t('desk.kept')}</p>
      </div>
    </Page>
  );
}

/** What will stand after saving, beside what stands now: also what a colleague wrote in the meantime. */
function Changes({ person, touched }: { person: PersonRecord; touched: Partial<PersonDraft> }) {
  const t = useT();
  const wordsFor = useFieldWords();
  const { set } = changeOf(person, touched, new Date());
  const after = { ...person, ...set };
  const changed = fieldNames.filter((field) => wordsFor(field, person) !== wordsFor(field, after));
  if (changed.length === 0) return null;
  return (
    <Card className="gap-3!">
      <h2>{t('person.changes')}</h2>
      <ul className="flex flex-col gap-2">
        {changed.map((field) => (
          <li key={field}>
            <span className="text-quiet">{t(personFields[field]) + t('workspace.colon')}</span>
            <del>
              <bdi>{wordsFor(field, person) ?? t('person.unknown')}</bdi>
            </del>{' '}
            <ins className="font-semibold no-underline">
              <bdi>{wordsFor(field, after) ?? t('person.unknown')}</bdi>
            </ins>
          </li>
        ))}
      </ul>
    </Card>
  );
}
