import { useParams } from 'react-router';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { isMinor } from '../rules.ts';
import { AskConsent } from './ask-consent.tsx';
import { consentTexts } from './messages/index.ts';
import { useCaseAskedAbout } from './use-case-asked-about.ts';

export function AskConsentScreen() {
  return (
    <RoomTexts catalogues={consentTexts}>
      <AskForCase />
    </RoomTexts>
  );
}

function AskForCase() {
  const t = useT();
  const { caseId = '' } = useParams();
  const { known, query } = useCaseAskedAbout(caseId);
  if (!known) {
    return (
      <Page title={t('consent.ask')}>
        <Reading query={query}>{() => null}</Reading>
      </Page>
    );
  }
  const { person, visit, minorSituation, consents } = known;
  const young = { minorSituation, birthDate: person?.birthDate ?? null, ageBand: visit?.ageBand ?? null };
  return (
    <AskConsent
      asked={{
        caseId,
        name: person?.name,
        spoken: person?.language ?? visit?.language,
        minorSituation,
        isMinor: isMinor(young, new Date()),
        consents,
      }}
    />
  );
}
