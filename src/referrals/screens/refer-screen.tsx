import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { RecordVisit } from '../../desk/contract.ts';
import { shareableFields } from '../../people/contract.ts';
import { Button } from '../../ui/button.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { useT } from '../../workspace/language.tsx';
import { Page, Waiting } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import { ConsentStep } from './consent-step.tsx';
import { PartnerChoice } from './partner-choice.tsx';
import { ReasonStep } from './reason-step.tsx';
import { changesOf, emptyRefer, missingIn, type ReferDraft, type ReferErrors } from './refer-draft.ts';

/** What the screen needs of the case, whether the server has it yet or only this device. */
interface Known {
  needs: string[];
  summary: string | null;
  person: { name: string; phone: string | null; language: string | null } | null;
  visitId: string | null;
}
interface CaseAnswer {
  case: { needs: string[]; summary: string | null; visitId: string | null };
  person: Known['person'];
}

export function ReferScreen() {
  const t = useT();
  const { caseId = '' } = useParams();
  const { outbox } = useSession();
  const opening = outbox.find((e) => e.kind === 'cases.open' && e.payload.caseId === caseId);
  const query = useRead<CaseAnswer>(`/api/cases/${encodeURIComponent(caseId)}`, opening === undefined);
  if (opening) {
    // The device wrote this payload itself, from the form that opens a case.
    const payload = opening.payload as {
      needs: RecordVisit['needs'];
      summary?: string;
      visitId?: string;
      person?: { name: string; phone?: string; language?: string };
    };
    const { person } = payload;
    return (
      <Refer
        caseId={caseId}
        known={{
          needs: payload.needs,
          summary: payload.summary ?? null,
          visitId: payload.visitId ?? null,
          person: person ? { name: person.name, phone: person.phone ?? null, language: person.language ?? null } : null,
        }}
      />
    );
  }
  if (!query.data) {
    return (
      <Page title={t('refer.title')}>
        <Reading query={query}>{() => null}</Reading>
      </Page>
    );
  }
  return <Refer caseId={caseId} known={{ ...query.data.case, person: query.data.person }} />;
}

function Refer({ caseId, known }: { caseId: string; known: Known }) {
  const t = useT();
  const navigate = useNavigate();
  const { send } = useSession();
  const {
    value: draft,
    change,
    discard,
  } = useDraft<ReferDraft & { partnerName: string }>(`refer:${caseId}`, () => ({
    ...emptyRefer,
    partnerName: '',
    explainedIn: known.person?.language ?? emptyRefer.explainedIn,
  }));
  const [errors, setErrors] = useState<ReferErrors>({});
  const available = shareableFields.filter((f) => isKnown(known, f));

  async function refer(): Promise<void> {
    if (!draft) return;
    const found = missingIn(draft);
    setErrors(found);
    if (Object.keys(found).length > 0) {
      focusFirstProblem();
      return;
    }
    await send(...changesOf(caseId, { ...draft, fields: available.filter((f) => draft.fields.includes(f)) }));
    await discard();
    await navigate(`/cases/${caseId}`);
  }
  if (!draft) return <Waiting />;
  return (
    <Page title={t('refer.title')} intro={t('refer.intro', { name: known.person?.name ?? t('case.anonymous') })}>
      <PartnerChoice
        needs={known.needs}
        receiverId={draft.receiverId}
        serviceId={draft.serviceId}
        error={errors.receiverId && t(errors.receiverId)}
        onChange={(receiver, serviceId) => change({ receiverId: receiver.id, partnerName: receiver.name, serviceId })}
      />
      <ReasonStep draft={draft} change={change} error={errors.reason} />
      <ConsentStep draft={draft} partnerName={draft.partnerName} available={available} values={known} change={change} errors={errors} />
      <div className="flex flex-wrap items-center gap-4">
        <Button look="main" className="w-full sm:w-auto sm:px-8" onPress={() => void refer()}>
          {t('refer.action')}
        </Button>
        <p className="max-w-prose text-sm text-quiet">{t('refer.only_this')}</p>
      </div>
    </Page>
  );
}

/** A field the file does not hold cannot be agreed to: reading it back later must not suggest that it was shared. */
function isKnown({ person, summary, visitId }: Known, field: (typeof shareableFields)[number]): boolean {
  if (field === 'name') return person !== null;
  if (field === 'phone') return Boolean(person?.phone);
  if (field === 'language') return Boolean(person?.language) || visitId !== null;
  if (field === 'summary') return Boolean(summary);
  return field === 'needs' || visitId !== null;
}
