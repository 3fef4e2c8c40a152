import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { RecordVisit } from '../../desk/contract.ts';
import { shareableFields } from '../../people/contract.ts';
import { type Asked, consentTexts, isMinor, SaidNo } from '../../people/screens/index.ts';
import { Button } from '../../ui/button.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { useT } from '../../workspace/language.tsx';
import { Page, Waiting } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { RoomTexts } from '../../workspace/room-texts.tsx';
import { useSession } from '../../workspace/session.tsx';
import { ConsentStep } from './consent-step.tsx';
import { PartnerChoice } from './partner-choice.tsx';
import { ReasonStep } from './reason-step.tsx';
import { answerOf, changesOf, emptyRefer, missingIn, type ReferDraft, type ReferErrors } from './refer-draft.ts';

/** What the screen needs of the case, whether the server has it yet or only this device. */
interface Known {
  needs: string[];
  summary: string | null;
  person: { name: string; phone: string | null; language: string | null; birthDate: string | null } | null;
  visitId: string | null;
  minorSituation: string | null;
  ageBand: string | null;
  /** What was answered before, newest first. */
  consents: { purpose: string; recipientOrganizationId: string | null; answer: string; givenAt: string; explainedBy: string | null }[];
}
interface CaseAnswer {
  case: { needs: string[]; summary: string | null; visitId: string | null; minorSituation: string | null };
  person: Known['person'];
  visit: { ageBand: string } | null;
  consents: Known['consents'];
}

export function ReferScreen() {
  return (
    <RoomTexts catalogues={consentTexts}>
      <ReferCase />
    </RoomTexts>
  );
}

function ReferCase() {
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
      minorSituation?: string;
      person?: { name: string; phone?: string; language?: string; birthDate?: string };
    };
    const { person } = payload;
    return (
      <Refer
        caseId={caseId}
        known={{
          needs: payload.needs,
          summary: payload.summary ?? null,
          visitId: payload.visitId ?? null,
          minorSituation: payload.minorSituation ?? null,
          ageBand: null,
          consents: [],
          person: person
            ? { name: person.name, phone: person.phone ?? null, language: person.language ?? null, birthDate: person.birthDate ?? null }
            : null,
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
  const { case: row, person, visit, consents } = query.data;
  return <Refer caseId={caseId} known={{ ...row, person, ageBand: visit?.ageBand ?? null, consents }} />;
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
    ...emptyRefer(known.person?.language ?? undefined),
    partnerName: '',
  }));
  const [hasTried, setTried] = useState<'to_send' | 'to_refuse'>();
  const available = shareableFields.filter((f) => isKnown(known, f));
  const { minorSituation, ageBand, person } = known;
  const asked: Asked = { minorSituation, isMinor: isMinor({ minorSituation, ageBand, birthDate: person?.birthDate ?? null }, new Date()) };

  async function refer(): Promise<void> {
    if (!draft) return;
    setTried('to_send');
    if (Object.keys(missingIn(draft, asked)).length > 0) {
      focusFirstProblem();
      return;
    }
    await send(...changesOf(caseId, { ...draft, fields: available.filter((f) => draft.fields.includes(f)) }, asked));
    await leave();
  }
  async function refuse(): Promise<void> {
    if (!draft) return;
    if (draft.receiverId === '') {
      setTried('to_refuse');
      focusFirstProblem();
      return;
    }
    await send(answerOf(caseId, { ...draft, fields: [] }, asked, 'refused'));
    await leave();
  }
  async function leave(): Promise<void> {
    await discard();
    await navigate(`/cases/${caseId}`);
  }
  if (!draft) return <Waiting />;
  const missing = missingIn(draft, asked);
  const errors: ReferErrors = hasTried === 'to_send' ? missing : hasTried === 'to_refuse' ? { receiverId: missing.receiverId } : {};
  const last = known.consents.find((c) => c.purpose === 'referral' && c.recipientOrganizationId === draft.receiverId);
  const saidNo = last?.answer === 'refused' ? last : undefined;
  return (
    <Page title={t('refer.title')} intro={t('refer.intro', { name: known.person?.name ?? t('case.anonymous') })}>
      <PartnerChoice
        needs={known.needs}
        receiverId={draft.receiverId}
        serviceId={draft.serviceId}
        error={errors.receiverId && t(errors.receiverId)}
        onChange={(receiver, serviceId) =>
          change({
            receiverId: receiver.id,
            partnerName: receiver.name,
            serviceId,
            asksAgain: receiver.id === draft.receiverId && draft.asksAgain,
          })
        }
      />
      {saidNo && (
        <SaidNo at={saidNo.givenAt} by={saidNo.explainedBy} isWanted={draft.asksAgain} onChange={(asksAgain) => change({ asksAgain })} />
      )}
      {(!saidNo || draft.asksAgain) && (
        <>
          <ReasonStep draft={draft} change={change} error={errors.reason} />
          <ConsentStep
            draft={draft}
            partnerName={draft.partnerName}
            available={available}
            values={known}
            isMinor={asked.isMinor}
            change={change}
            errors={errors}
          />
          <p className="max-w-prose text-sm text-quiet">{t('refer.only_this')}</p>
          <div className="flex flex-wrap gap-3">
            <Button look="main" className="w-full sm:w-auto sm:px-8" onPress={() => refer()}>
              {t('refer.action')}
            </Button>
            <Button className="w-full sm:w-auto" onPress={() => refuse()}>
              {t('consent.no')}
            </Button>
          </div>
        </>
      )}
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
