import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { emptyPerson, givenOf, type PersonDraft, type PersonErrors, problemsIn } from '../../people/screens/index.ts';
import { referenceOf } from '../../platform/reference.ts';
import { Button } from '../../ui/button.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { Page, Waiting } from '../../workspace/page.tsx';
import { useSession } from '../../workspace/session.tsx';
import { type KnownPerson, PersonChoice } from './person-choice.tsx';

/** An anonymous first contact becomes someone's file, with all that was written before. */
export function NamePersonScreen() {
  const t = useT();
  const navigate = useNavigate();
  const { caseId = '' } = useParams();
  const { send } = useSession();
  const {
    value: draft,
    change,
    discard,
  } = useDraft<{ known: KnownPerson | null; person: PersonDraft }>(`name:${caseId}`, () => ({ known: null, person: emptyPerson }));
  const [errors, setErrors] = useState<PersonErrors>({});
  if (!draft) return <Waiting />;
  const { known, person } = draft;

  async function name(): Promise<void> {
    const found = known ? {} : await problemsIn(person, new Date());
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirstProblem();
    await send({
      kind: 'cases.name_person',
      payload: { caseId, ...(known ? { personId: known.id } : { person: { personId: uuidv7(), ...givenOf(person, new Date()) } }) },
    });
    await discard();
    await navigate(`/cases/${caseId}`, { replace: true });
  }
  return (
    <Page title={t('name_person.title')} intro={t('name_person.intro', { reference: referenceOf(caseId) })}>
      <PersonChoice
        known={known}
        draft={person}
        errors={errors}
        isNameNeeded
        onKnown={(chosen) => change({ known: chosen })}
        change={(part) => change({ person: { ...person, ...part } })}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button look="main" className="w-full sm:w-auto sm:px-8" onPress={() => name()}>
          {t('name_person.action')}
        </Button>
        <p className="text-sm text-quiet">{t('desk.kept')}</p>
      </div>
    </Page>
  );
}
