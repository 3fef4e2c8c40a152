import { useParams } from 'react-router';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { isMinor } from '../rules.ts';
import { AskConsent, type AskedCase } from './ask-consent.tsx';
import { consentTexts } from './messages/index.ts';

/** What this screen needs of a case. */
interface CaseAnswer {
  case: { minorSituation: string | null };
  person: { name: string; birthDate: string | null; language: string | null } | null;
  visit: { ageBand: string; language: string } | null;
  consents: AskedCase['consents'];
}

export function AskConsentScreen() {
  return (
    <RoomTexts catalogues={consentTexts}>
      <AskForCase />
    </RoomTexts>
  );
}

/** The case, whether the server has it yet or only this device. */
function AskForCase() {
  const t = useT();
  const { caseId = '' } = useParams();
  const { outbox } = useSession();
  const opening = outbox.find((e) => e.kind === 'cases.open' && e.payload.caseId === caseId);
  const query = useRead<CaseAnswer>(`/api/cases/${encodeURIComponent(caseId)}`, opening === undefined);
  if (opening) {
    // The device wrote this payload itself, from the form that opens a case.
    const { minorSituation = null, person } = opening.payload as {
      minorSituation?: string;
      person?: { name: string; birthDate?: string; language?: string };
    };
    const young = { minorSituation, birthDate: person?.birthDate ?? null, ageBand: null };
    return (
      <AskConsent
        asked={{
          caseId,
          name: person?.name,
          spoken: person?.language,
          minorSituation,
          isMinor: isMinor(young, new Date()),
          consents: [],
        }}
      />
    );
  }
  const file = query.data;
  if (!file) {
    return (
      <Page title={t('consent.ask')}>
        <Reading query={query}>{() => null}</Reading>
      </Page>
    );
  }
  const { minorSituation } = file.case;
  const young = { minorSituation, birthDate: file.person?.birthDate ?? null, ageBand: file.visit?.ageBand ?? null };
  return (
    <AskConsent
      asked={{
        caseId,
        name: file.person?.name,
        spoken: file.person?.language ?? file.visit?.language,
        minorSituation,
        isMinor: isMinor(young, new Date()),
        consents: file.consents,
      }}
    />
  );
}
