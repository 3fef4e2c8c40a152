import { Link } from 'react-router';
import { Badge, Card, Fact } from '../../../ui/card.tsx';
import { Done, useActs } from '../../../workspace/acts.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { wordsOf } from '../../../workspace/options.ts';
import { useCommuneName } from '../../../territory/screens/index.ts';
import type { ActionView } from '../../contract.ts';
import { ActsRow } from '../parts/acts-row.tsx';
import { Signals, StatusBadge } from '../parts/badges.tsx';
import { OwnTexts, useMet } from '../parts/edit-texts.tsx';
import { Overlaps } from '../parts/overlaps.tsx';
import { Past } from '../parts/past.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { useActionFacts } from '../parts/public-facts.ts';
import { Publish } from '../parts/publish.tsx';
import { ReadingThing } from '../parts/reading-thing.tsx';
import { Support } from '../parts/support.tsx';
import { ThreadPage } from '../parts/thread-page.tsx';
import { Text, useTold, Words } from '../parts/told.tsx';
import { useStanding } from '../standing.ts';
import { Blockers } from './blockers.tsx';
import { Commitments, Offers } from './commitments.tsx';
import { News } from './news.tsx';
import { Proofs } from './proofs.tsx';
import { Steps } from './steps.tsx';

/** One joint action: its steps and proofs, who does what of it, and what stands in the way. */
export function ActionScreen() {
  return <ReadingThing<ActionView> kind="actions">{(it) => <Action it={it} />}</ReadingThing>;
}

function Action({ it }: { it: ActionView }) {
  const t = useT();
  const told = useTold();
  const acts = useActs();
  const facts = useActionFacts(it);
  const { isSpeaker } = useStanding();
  return (
    <ThreadPage title={told(it.title)} intro={t('thread.one.actions')} back={{ to: '/thread?of=actions', label: t('thread.back.actions') }}>
      <Done acts={acts} instead={useMet(acts, it.conflicts)} />
      <Offers it={it} />
      <Card>
        <p className="flex flex-wrap gap-2">
          <StatusBadge of="action" status={it.status} />
          <Signals signals={it.signals} />
          {it.isPublished && <Badge tone="info">{t('thread.public')}</Badge>}
        </p>
        {it.text && <Text told={it.text} />}
        {it.reason && (
          <dl>
            <Fact label={t('thread.reason')}>
              <bdi>{it.reason}</bdi>
            </Fact>
          </dl>
        )}
        <ProgressBar progress={it.progress} declared={it.declaredProgress} none={t('thread.no_step')} />
        <Facts it={it} />
        {isSpeaker && it.doing.acts.length > 0 && (
          <div className="no-print flex flex-wrap gap-3 border-t border-line pt-4">
            <ActsRow kind="action" id={it.id} acts={it.doing.acts} sending={acts} />
          </div>
        )}
      </Card>
      <OwnTexts
        subjectKind="action"
        subjectId={it.id}
        texts={{ title: it.title, text: it.text }}
        conflicts={it.conflicts}
        mayWrite={isSpeaker && it.doing.isOwn}
        acts={acts}
      />
      <Overlaps overlaps={it.overlaps} title={it.title} acts={acts} />
      <Blockers it={it} acts={acts} />
      <Steps it={it} acts={acts} />
      <Proofs it={it} acts={acts} />
      <Commitments it={it} acts={acts} />
      <News it={it} acts={acts} />
      <Support subjectKind="action" subjectId={it.id} endorsedBy={it.endorsedBy} comments={it.comments} doing={it.doing} acts={acts} />
      <Publish
        subjectKind="action"
        subjectId={it.id}
        isPublished={it.isPublished}
        mayDecide={isSpeaker && it.doing.isOwn && it.status !== 'draft'}
        title={it.title}
        text={it.text}
        facts={facts}
        acts={acts}
      />
      <Past of="action" past={it.past} />
    </ThreadPage>
  );
}

function Facts({ it }: { it: ActionView }) {
  const t = useT();
  const dates = useDates();
  const communeName = useCommuneName();
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <Fact label={t('thread.owner')}>{it.owner ? <bdi>{it.owner.name}</bdi> : t('thread.owner.region')}</Fact>
      {it.startsOn && <Fact label={t('thread.starts_on')}>{dates.day(it.startsOn)}</Fact>}
      {it.endsOn && <Fact label={t('thread.ends_on')}>{dates.day(it.endsOn)}</Fact>}
      <Fact label={t('thread.themes')}>{wordsOf(t, 'thread.theme', it.themes)}</Fact>
      {it.audiences.length > 0 && <Fact label={t('thread.audiences')}>{wordsOf(t, 'thread.for', it.audiences)}</Fact>}
      {it.communeCodes.length > 0 && (
        <Fact label={t('thread.communes')}>{it.communeCodes.map(communeName).join(t('workspace.list_comma'))}</Fact>
      )}
      {it.for.length > 0 && (
        <Fact label={t('thread.answers_to')}>
          <span className="flex flex-col">
            {it.for.map((r) => (
              <Link key={r.id} to={`/thread/recommendations/${r.id}`} className="font-semibold text-primary underline underline-offset-4">
                <Words told={r.title} />
              </Link>
            ))}
          </span>
        </Fact>
      )}
      {it.figure && (
        <Fact label={t(`thread.figure.${it.figure.key}`)}>
          {it.figure.now === null
            ? t('thread.figure.aim', { from: dates.number(it.figure.from), until: dates.number(it.figure.aim) })
            : t('thread.figure.now', {
                from: dates.number(it.figure.from),
                name: dates.number(it.figure.now),
                until: dates.number(it.figure.aim),
              })}
        </Fact>
      )}
      <Fact label={t('thread.rhythm')}>{t('thread.rhythm.days', { count: it.rhythmDays })}</Fact>
      {it.sourceUrl && (
        <Fact label={t('thread.source_url')}>
          <a href={it.sourceUrl} dir="ltr" className="text-primary underline wrap-anywhere" rel="noreferrer">
            {it.sourceUrl}
          </a>
        </Fact>
      )}
    </dl>
  );
}
