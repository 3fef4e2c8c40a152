import { useState } from 'react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Badge, Card, Fact, Notice } from '../../ui/card.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { type Acts, Done, useActs } from '../../workspace/acts.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { useRead } from '../../workspace/reading.tsx';
import type { RecommendationView, Thread } from '../contract.ts';
import { ActsRow } from './parts/acts-row.tsx';
import { StatusBadge } from './parts/badges.tsx';
import { OwnTexts, useMet } from './parts/edit-texts.tsx';
import { Past } from './parts/past.tsx';
import { ProgressBar } from './parts/progress-bar.tsx';
import { useRecommendationFacts } from './parts/public-facts.ts';
import { Publish } from './parts/publish.tsx';
import { ReadingThing } from './parts/reading-thing.tsx';
import { ActionLine, FindingLine } from './parts/rows.tsx';
import { Support } from './parts/support.tsx';
import { ThreadPage } from './parts/thread-page.tsx';
import { Text, useTold, Words } from './parts/told.tsx';
import { useStanding } from './standing.ts';

/** One recommendation: from what it comes, who carries it, what is done about it and how far that came. */
export function RecommendationScreen() {
  return <ReadingThing<RecommendationView> kind="recommendations">{(it) => <Recommendation it={it} />}</ReadingThing>;
}

function Recommendation({ it }: { it: RecommendationView }) {
  const t = useT();
  const told = useTold();
  const acts = useActs();
  const facts = useRecommendationFacts(it);
  const { isKeeper, organizationId } = useStanding();
  const isWriters = it.writer ? it.writer.id === organizationId : isKeeper;
  return (
    <ThreadPage title={told(it.title)} intro={t('thread.one.recommendations')}>
      <Done acts={acts} instead={useMet(acts, it.conflicts)} />
      <Card>
        <p className="flex flex-wrap gap-2">
          <StatusBadge of="recommendation" status={it.status} />
          {it.urgent && <Badge tone="warn">{t('thread.urgent')}</Badge>}
          {it.isPublished && <Badge tone="info">{t('thread.public')}</Badge>}
        </p>
        {it.mergedInto && (
          <Notice>
            <p>
              {t('thread.merged_into')}{' '}
              <Link className="font-semibold underline" to={`/thread/recommendations/${it.mergedInto.id}`}>
                <Words told={it.mergedInto.title} />
              </Link>
            </p>
          </Notice>
        )}
        <Text told={it.text} />
        {it.reason && <Fact label={t('thread.reason')}>{<bdi>{it.reason}</bdi>}</Fact>}
        <Facts it={it} />
        <ProgressBar progress={it.progress} none={t('thread.nothing_begun')} />
        <Doings it={it} acts={acts} />
      </Card>
      <OwnTexts
        subjectKind="recommendation"
        subjectId={it.id}
        texts={{ title: it.title, text: it.text, addressed_to: it.addressedTo, measure: it.measure }}
        conflicts={it.conflicts}
        mayWrite={isWriters}
        acts={acts}
      />
      <section className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2>{t('thread.section.actions')}</h2>
          <PlanOne it={it} />
        </div>
        {it.by.length === 0 && <p className="text-quiet">{t('thread.nothing_begun')}</p>}
        <ul className="flex flex-col gap-3">
          {it.by.map((row) => (
            <li key={row.id}>
              <ActionLine row={row} />
            </li>
          ))}
        </ul>
      </section>
      {it.from.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2>{t('thread.from')}</h2>
          <ul className="flex flex-col gap-3">
            {it.from.map((row) => (
              <li key={row.id}>
                <FindingLine row={row} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Support
        subjectKind="recommendation"
        subjectId={it.id}
        endorsedBy={it.endorsedBy}
        comments={it.comments}
        doing={it.doing}
        acts={acts}
      />
      <Publish
        subjectKind="recommendation"
        subjectId={it.id}
        isPublished={it.isPublished}
        mayDecide={isWriters && it.status !== 'draft'}
        title={it.title}
        text={it.text}
        facts={facts}
        acts={acts}
      />
      <Past of="recommendation" past={it.past} />
    </ThreadPage>
  );
}

function Facts({ it }: { it: RecommendationView }) {
  const t = useT();
  const dates = useDates();
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <Fact label={t('thread.themes')}>{wordsOf(t, 'thread.theme', it.themes)}</Fact>
      <Fact label={t('thread.owner')}>{it.owner ? <bdi>{it.owner.name}</bdi> : t('thread.owner.none')}</Fact>
      {it.dueOn && <Fact label={t('thread.due_on')}>{dates.day(it.dueOn)}</Fact>}
      {it.addressedTo && (
        <Fact label={t('thread.addressed_to')}>
          <Words told={it.addressedTo} />
        </Fact>
      )}
      {it.measure && (
        <Fact label={t('thread.measure')}>
          <Words told={it.measure} />
        </Fact>
      )}
      {it.audiences.length > 0 && <Fact label={t('thread.audiences')}>{wordsOf(t, 'thread.for', it.audiences)}</Fact>}
      {it.meeting && (
        <Fact label={t('thread.meeting')}>
          <Link to={`/thread/meetings/${it.meeting.id}`} className="underline underline-offset-4">
            <Words told={it.meeting.title} />
          </Link>{' '}
          · {dates.day(it.meeting.heldOn)}
        </Fact>
      )}
      {it.writer && (
        <Fact label={t('thread.writer')}>
          <bdi>{it.writer.name}</bdi>
        </Fact>
      )}
      {it.decidedOn && <Fact label={t('thread.decided_on')}>{dates.day(it.decidedOn)}</Fact>}
    </dl>
  );
}

/** What may be done with it now, by whoever speaks for an organisation. */
function Doings({ it, acts }: { it: RecommendationView; acts: Acts }) {
  const t = useT();
  const { isSpeaker, organizationId } = useStanding();
  const { data } = useRead<Thread>('/api/coordination/thread', it.doing.acts.includes('merge'));
  const [isAsking, setAsking] = useState(false);
  if (!isSpeaker) return null;
  const isOurs = it.owner?.id === organizationId;
  const mayTake = it.status === 'adopted' && it.owner === null;
  const take = (takes: boolean, dueOn = '') =>
    acts.act(
      { kind: 'coordination.take_up', payload: { recommendationId: it.id, takes, ...(dueOn ? { dueOn } : {}) } },
      t(takes ? 'thread.take_up.done' : 'thread.let_go.done'),
    );
  const isTaking = acts.isSending('coordination.take_up', { recommendationId: it.id });
  const targets = (data?.recommendations ?? []).filter((r) => r.id !== it.id && ['proposed', 'adopted', 'done'].includes(r.status));
  if (it.doing.acts.length === 0 && !mayTake && !isOurs) return null;
  return (
    <div className="no-print flex flex-wrap gap-3 border-t border-line pt-4">
      {mayTake && (
        <Button look="main" isDisabled={isTaking} onPress={() => setAsking(true)}>
          {t('thread.take_up')}
        </Button>
      )}
      <ActsRow kind="recommendation" id={it.id} acts={it.doing.acts} sending={acts} targets={targets} hasMain={mayTake} />
      {isOurs && it.status === 'adopted' && (
        <Button isDisabled={isTaking} onPress={() => take(false)}>
          {t('thread.let_go')}
        </Button>
      )}
      {isAsking && (
        <TakeUp
          dueOn={it.dueOn ?? ''}
          onClose={() => setAsking(false)}
          onDecide={(dueOn) => {
            setAsking(false);
            return take(true, dueOn);
          }}
        />
      )}
    </div>
  );
}

interface TakeUpProps {
  dueOn: string;
  onClose: () => void;
  onDecide: (dueOn: string) => unknown;
}
/** Until when one means to do it; a day may be said later, too. */
function TakeUp({ dueOn, onClose, onDecide }: TakeUpProps) {
  const t = useT();
  const [day, setDay] = useState(dueOn);
  return (
    <Decision
      title={t('thread.take_up')}
      onClose={onClose}
      decide={t('thread.take_up')}
      cancel={t('workspace.cancel')}
      onDecide={() => onDecide(day)}
    >
      <Field label={t('thread.take_up.due')} hint={t('thread.take_up.due.hint')} type="date" dir="ltr" value={day} onChange={setDay} />
    </Decision>
  );
}

function PlanOne({ it }: { it: RecommendationView }) {
  const t = useT();
  const { isSpeaker, organizationId } = useStanding();
  if (!isSpeaker || !['proposed', 'adopted'].includes(it.status)) return null;
  const isNext = it.owner?.id === organizationId && it.by.length === 0;
  return (
    <Link to={`/thread/actions/new?for=${it.id}`} className={buttonClass(isNext ? 'main' : 'second', 'no-print')}>
      {t('thread.new.action')}
    </Link>
  );
}
