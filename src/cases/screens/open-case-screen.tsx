import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { needs } from '../../desk/lists.ts';
import type { PersonView } from '../../people/contract.ts';
import { type PersonErrors, problemsIn } from '../../people/screens/index.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ChooseMany, ChooseOne } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { Tick } from '../../ui/tick.tsx';
import { useDraft } from '../../workspace/draft.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { Page, Waiting } from '../../workspace/page.tsx';
import { useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import { minorSituations, priorities } from '../lists.ts';
import { type CaseDraft, hasNewPerson, isChild, newCase, openingOf } from './open-case-draft.ts';
import { PersonChoice } from './person-choice.tsx';

type Errors = PersonErrors & { needs?: string; minor?: string };

/** A file is opened only when follow-up needs one, and a name is given only if the person wishes. */
export function OpenCaseScreen() {
  const t = useT();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { send } = useSession();
  const visitId = params.get('visit') ?? undefined;
  const askedPerson = params.get('person') ?? undefined;
  const { value: draft, change, discard } = useDraft<CaseDraft>(`case:${visitId ?? askedPerson ?? 'new'}`, () => newCase(params));
  const [errors, setErrors] = useState<Errors>({});
  const { data } = useRead<PersonView>(`/api/people/${encodeURIComponent(askedPerson ?? '')}`, askedPerson !== undefined);
  const comes = data?.person;
  const isBegun = draft !== undefined;
  // The person whose page it was opened from, until another is chosen; they are known sooner than the draft where their page was just read.
  useEffect(() => {
    if (comes && isBegun) change({ known: { id: comes.id, name: comes.name } });
  }, [comes, isBegun, change]);
  if (!draft) return <Waiting />;

  async function open(typed: CaseDraft): Promise<void> {
    const now = new Date();
    const found = await errorsOf(typed, now);
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirstProblem();
    const caseId = uuidv7();
    await send(openingOf(caseId, typed, visitId, now));
    await discard();
    await navigate(`/cases/${caseId}`, { replace: true });
  }
  return (
    <Page title={t('open_case.title')} intro={t('open_case.intro')}>
      <Card className="gap-6">
        <ChooseMany
          label={t('desk.needs')}
          hint={t('desk.needs.hint')}
          size="tile"
          error={errors.needs && (draft.needs.length === 0 || draft.needs.length > 6) ? t(errors.needs) : undefined}
          options={optionsOf(t, 'need', needs)}
          value={draft.needs}
          onChange={(value) => change({ needs: value })}
          isRequired
        />
        <Field
          label={t('open_case.summary')}
          hint={t('open_case.summary.hint')}
          rows={4}
          maxLength={4000}
          value={draft.summary}
          onChange={(summary) => change({ summary })}
        />
        <ChooseOne
          label={t('open_case.priority')}
          options={optionsOf(t, 'priority', priorities)}
          value={draft.priority}
          onChange={(priority) => change({ priority })}
        />
      </Card>
      <PersonChoice
        known={draft.known}
        draft={draft.person}
        errors={errors}
        isNameNeeded={false}
        onKnown={(known) => change({ known })}
        change={(part) => change({ person: { ...draft.person, ...part } })}
      />
      <MinorPart draft={draft} change={change} error={errors.minor && draft.minorSituation === '' ? t(errors.minor) : undefined} />
      <div className="flex flex-wrap items-center gap-4">
        <Button look="main" className="w-full sm:w-auto sm:px-8" onPress={() => open(draft)}>
          {t('open_case.action')}
        </Button>
        <p className="text-sm text-quiet">{t('desk.kept')}</p>
      </div>
    </Page>
  );
}

interface MinorPartProps {
  draft: CaseDraft;
  change: (part: Partial<CaseDraft>) => void;
  error: string | undefined;
}
/** A child's file asks one thing more: with whom the child is. */
function MinorPart({ draft, change, error }: MinorPartProps) {
  const t = useT();
  const isMinor = isChild(draft, new Date());
  return (
    <Card>
      <Tick label={t('open_case.is_minor')} isChosen={isMinor} onChange={(ticked) => change({ isMinor: ticked })} />
      {isMinor && (
        <ChooseOne
          label={t('minor.situation')}
          hint={t('minor.situation.hint')}
          size="row"
          error={error}
          options={optionsOf(t, 'minor_situation', minorSituations)}
          value={draft.minorSituation}
          onChange={(minorSituation) => change({ minorSituation })}
          isRequired
        />
      )}
    </Card>
  );
}

async function errorsOf(draft: CaseDraft, now: Date): Promise<Errors> {
  return {
    ...(draft.needs.length === 0 ? { needs: 'desk.needs.missing' } : draft.needs.length > 6 ? { needs: 'desk.needs.too_many' } : {}),
    ...(hasNewPerson(draft, now) ? await problemsIn(draft.person, now) : {}),
    ...(isChild(draft, now) && draft.minorSituation === '' ? { minor: 'minor.situation.missing' } : {}),
  };
}
