import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { shareableFields } from '../../people/contract.ts';
import { type Asked, type CaseAskedAbout, consentTexts, isMinor, SaidNo, useCaseAskedAbout } from '../../people/screens/index.ts';
import { Button } from '../../ui/button.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { useT } from '../../workspace/language.tsx';
import { Page, Waiting } from '../../workspace/page.tsx';
import { Reading } from '../../workspace/reading.tsx';
import { RoomTexts } from '../../workspace/room-texts.tsx';
import { useSession } from '../../workspace/session.tsx';
import { ConsentStep } from './consent-step.tsx';
import { PartnerChoice } from './partner-choice.tsx';
import { ReasonStep } from './reason-step.tsx';
import { answerOf, changesOf, emptyRefer, missingIn, type ReferDraft, type ReferErrors } from './refer-draft.ts';

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
  const { known, query } = useCaseAskedAbout(caseId);
  if (known) return <Refer caseId={caseId} known={known} />;
  return (
    <Page title={t('refer.title')}>
      <Reading query={query}>{() => null}</Reading>
    </Page>
  );
}

function Refer({ caseId, known }: { caseId: string; known: CaseAskedAbout }) {
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
  const { minorSituation, visit, person } = known;
  const young = { minorSituation, ageBand: visit?.ageBand ?? null, birthDate: person?.birthDate ?? null };
  const asked: Asked = { minorSituation, isMinor: isMinor(young, new Date()) };

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
function isKnown({ person, summary, visitId }: CaseAskedAbout, field: (typeof shareableFields)[number]): boolean {
  if (field === 'name') return person !== null;
  if (field === 'phone') return Boolean(person?.phone);
  if (field === 'language') return Boolean(person?.language) || visitId !== null;
  if (field === 'summary') return Boolean(summary);
  return field === 'needs' || visitId !== null;
}
