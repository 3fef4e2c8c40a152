import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ChooseMany, ChooseOne } from '../../../ui/choice.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { Page, Waiting } from '../../../workspace/page.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { type ContactWay, contactWays } from '../../lists.ts';
import { type AnswerDraft, type AnswerErrors, answerPayload, type Asked, emptyAnswer, missingInAnswer } from './answer-draft.ts';
import { AnswerFields } from './answer-fields.tsx';
import { ReadAloud } from './read-aloud.tsx';
import { SaidNo } from './said-no.tsx';

/** What a cell asks for itself; sharing with a partner is asked where one is chosen. */
const purposes = ['file', 'contact', 'photo'] as const;
type Purpose = (typeof purposes)[number];

export interface AskedCase extends Asked {
  caseId: string;
  name: string | undefined;
  spoken: string | null | undefined;
  /** Newest first. */
  consents: { purpose: string; answer: string; givenAt: string; explainedBy: string | null }[];
}

interface Draft extends AnswerDraft {
  ways: ContactWay[];
  asksAgain: boolean;
}

/** Asks for one thing at a time: read it, hear the answer, record it. */
export function AskConsent({ asked }: { asked: AskedCase }) {
  const [search] = useSearchParams();
  const wanted = purposes.find((p) => p === search.get('purpose')) ?? 'file';
  const [purpose, setPurpose] = useState<Purpose>(wanted);
  return <AskFor key={purpose} asked={asked} purpose={purpose} onPurpose={setPurpose} />;
}

function AskFor({ asked, purpose, onPurpose }: { asked: AskedCase; purpose: Purpose; onPurpose: (purpose: Purpose) => void }) {
  const t = useT();
  const navigate = useNavigate();
  const { send } = useSession();
  const { caseId, consents } = asked;
  const {
    value: draft,
    change,
    discard,
  } = useDraft<Draft>(`consent:${caseId}:${purpose}`, () => ({
    ...emptyAnswer(asked.spoken ?? undefined),
    ways: [],
    asksAgain: false,
  }));
  const [hasTried, setTried] = useState(false);
  if (!draft) return <Waiting />;
  const missing: AnswerErrors & { ways?: string } = {
    ...missingInAnswer(draft, asked),
    ...(purpose === 'contact' && draft.ways.length === 0 ? { ways: 'consent.ways.missing' } : {}),
  };
  const errors = hasTried ? missing : {};
  const last = consents.find((c) => c.purpose === purpose);
  const saidNo = last?.answer === 'refused' ? last : undefined;
  const mayAsk = !saidNo || draft.asksAgain;

  async function record(answer: 'given' | 'refused'): Promise<void> {
    if (!draft) return;
    const ways = purpose === 'contact' && answer === 'given' ? draft.ways : [];
    if (answer === 'given' && Object.keys(missing).length > 0) {
      setTried(true);
      focusFirstProblem();
      return;
    }
    const payload = { consentId: uuidv7(), caseId, purpose, answer, fields: [], ways, ...answerPayload(draft, asked) };
    await send({ kind: 'people.record_consent', payload });
    await discard();
    await navigate(`/cases/${caseId}`);
  }
  return (
    <Page
      title={t('consent.ask')}
      intro={asked.name ? <bdi>{asked.name}</bdi> : undefined}
      actions={
        <Link to={`/cases/${caseId}`} className={buttonClass('second')}>
          {t('consent.back')}
        </Link>
      }
    >
      <ChooseOne label={t('consent.what_for')} options={optionsOf(t, 'consent_purpose', purposes)} value={purpose} onChange={onPurpose} />
      {saidNo && (
        <SaidNo at={saidNo.givenAt} by={saidNo.explainedBy} isWanted={draft.asksAgain} onChange={(asksAgain) => change({ asksAgain })} />
      )}
      {mayAsk && (
        <>
          {purpose === 'contact' && (
            <ChooseMany
              label={t('consent.ways')}
              error={errors.ways && t(errors.ways)}
              options={optionsOf(t, 'contact_way', contactWays)}
              value={draft.ways}
              onChange={(ways) => change({ ways })}
            />
          )}
          <ReadAloud
            of={{ purpose, until: draft.until, ways: draft.ways }}
            language={draft.textLanguage}
            onLanguage={(textLanguage) => change({ textLanguage })}
          />
          <Card className="gap-6">
            <h2>{t('consent.answer')}</h2>
            <AnswerFields draft={draft} change={change} isMinor={asked.isMinor} errors={errors} />
            <div className="flex flex-wrap gap-3">
              <Button look="main" className="max-sm:w-full" onPress={() => record('given')}>
                {t('consent.yes')}
              </Button>
              <Button className="max-sm:w-full" onPress={() => record('refused')}>
                {t('consent.no')}
              </Button>
            </div>
          </Card>
        </>
      )}
    </Page>
  );
}
