import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card, Notice, Reference } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { feedbackStates } from '../../care/lists.ts';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';
import type { FeedbackView } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { Named } from '../named.tsx';
import { Pages } from '../pages.tsx';
import { AnswerFeedback } from './answer-feedback.tsx';

/** What people say of services: wrong, refused, closed, thanks. */
export function FeedbackScreen() {
  const t = useT();
  const acts = useActs();
  const [state, setState] = useState<(typeof feedbackStates)[number]>('open');
  const [page, setPage] = useState(1);
  const [answering, setAnswering] = useState<FeedbackView>();
  const query = useRead<{ total: number; feedback: FeedbackView[] }>(
    `/api/directory/care/feedback?${new URLSearchParams({ state, page: String(page) })}`,
  );
  return (
    <CarePage title={t('care.feedback.title')} intro={t('care.feedback.intro')}>
      <ChooseOne
        label={t('care.feedback.show')}
        options={optionsOf(t, 'care.feedback_state', feedbackStates)}
        value={state}
        onChange={(next) => {
          setState(next);
          setPage(1);
        }}
      />
      <Done acts={acts} />
      <Reading query={query}>
        {({ total, feedback }) =>
          feedback.length === 0 ? (
            <Empty title={t('care.feedback.none')}>{state === 'open' && t('care.feedback.none.text')}</Empty>
          ) : (
            <>
              <ul className="flex flex-col gap-4">
                {feedback.map((one) => (
                  <li key={one.id}>
                    <OneFeedback feedback={one} acts={acts} onAnswer={() => setAnswering(one)} />
                  </li>
                ))}
              </ul>
              <Pages total={total} page={page} onPage={setPage} />
            </>
          )
        }
      </Reading>
      {answering && <AnswerFeedback feedback={answering} acts={acts} onClose={() => setAnswering(undefined)} />}
    </CarePage>
  );
}

const tones = { wrong: 'warn', refused: 'bad', closed: 'bad', thanks: 'good' } as const;
function OneFeedback({ feedback, acts, onAnswer }: { feedback: FeedbackView; acts: Acts; onAnswer: () => void }) {
  const t = useT();
  const dates = useDates();
  const { id, reference, service, organization, kind, text, at, state, answer, answeredAt, answeredBy } = feedback;
  return (
    <Card className="gap-2!">
      <div className="flex flex-wrap items-start justify-between gap-2 sm:flex-nowrap">
        <h2 className="text-lg">
          <Named names={service.name} />
        </h2>
        <Badge tone={tones[kind]}>{t(`care.feedback_kind.${kind}`)}</Badge>
      </div>
      <p className="flex flex-wrap gap-x-4 text-sm text-quiet">
        <Named names={organization.name} />
        <span>{dates.moment(at)}</span>
        <Reference>{reference}</Reference>
      </p>
      {text ? (
        <p dir="auto" className="border-s-4 border-primary ps-4 whitespace-pre-line">
          {text}
        </p>
      ) : (
        <p className="text-quiet italic">{t('care.feedback.no_text')}</p>
      )}
      {answer && (
        <Notice tone="good">
          <p className="text-sm">
            {t('care.feedback.answered_by', {
              name: answeredBy ?? t('care.change.someone'),
              date: answeredAt ? dates.moment(answeredAt) : '',
            })}
          </p>
          <p dir="auto" className="whitespace-pre-line">
            {answer}
          </p>
        </Notice>
      )}
      {acts.isSending('directory.answer_feedback', { feedbackId: id }) ? (
        <Notice>{t('outbox.this_waits')}</Notice>
      ) : (
        <div className="flex flex-wrap gap-3 pt-1">
          {state === 'open' && (
            <Button look="main" aria-label={t('care.feedback.answer_named', { reference })} onPress={onAnswer}>
              {t('care.feedback.answer')}
            </Button>
          )}
          {state !== 'settled' && (
            <Button
              aria-label={t('care.feedback.settle_named', { reference })}
              onPress={() =>
                acts.act(
                  { kind: 'directory.answer_feedback', payload: { feedbackId: id, state: 'settled' } },
                  t('care.feedback.settled_now', { reference }),
                )
              }
            >
              {t('care.feedback.settle')}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
