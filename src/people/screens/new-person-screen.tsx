import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { Page, Waiting } from '../../workspace/page.tsx';
import { useSession } from '../../workspace/session.tsx';
import { Alike } from './alike.tsx';
import { emptyPerson, givenOf, type PersonDraft, type PersonErrors, problemsIn } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';

/** Someone the cell will see again, before there is a case. */
export function NewPersonScreen() {
  const t = useT();
  const navigate = useNavigate();
  const { send } = useSession();
  const { value: draft, change, discard } = useDraft<PersonDraft>('person:new', () => emptyPerson);
  const [errors, setErrors] = useState<PersonErrors>({});
  if (!draft) return <Waiting />;

  async function record(typed: PersonDraft): Promise<void> {
    const found = await problemsIn(typed, new Date());
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirstProblem();
    const personId = uuidv7();
    await send({ kind: 'people.record', payload: { personId, ...givenOf(typed, new Date()) } });
    await discard();
    await navigate(`/people/${personId}`, { replace: true });
  }
  return (
    <Page title={t('people.new')} intro={t('people.new.intro')}>
      <Card className="gap-6">
        <PersonForm draft={draft} change={change} errors={errors}>
          <Alike draft={draft} onChoose={(person) => void discard().then(() => navigate(`/people/${person.id}`))} />
        </PersonForm>
      </Card>
      <div className="flex flex-wrap items-center gap-4">
        <Button look="main" className="w-full sm:w-auto sm:px-8" onPress={() => record(draft)}>
          {t('people.new.action')}
        </Button>
        <p className="text-sm text-quiet">{t('desk.kept')}</p>
      </div>
    </Page>
  );
}
