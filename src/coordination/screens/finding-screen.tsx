import { useState } from 'react';
import { Link } from 'react-router';
import { useCommuneName } from '../../territory/screens/index.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Badge, Card, Fact, Notice } from '../../ui/card.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { type Acts, Done, useActs } from '../../workspace/acts.tsx';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { useRead } from '../../workspace/reading.tsx';
import type { FindingView, Thread } from '../contract.ts';
import { ActsRow } from './parts/acts-row.tsx';
import { StatusBadge } from './parts/badges.tsx';
import { DeskYears } from './parts/desk-years.tsx';
import { OwnTexts, useMet } from './parts/edit-texts.tsx';
import { Past } from './parts/past.tsx';
import { ReadingThing } from './parts/reading-thing.tsx';
import { Publish } from './parts/publish.tsx';
import { Similar } from './parts/similar.tsx';
import { isSaid, noSource, SourceFields, toSource } from './parts/source-fields.tsx';
import { Support } from './parts/support.tsx';
import { ThreadPage } from './parts/thread-page.tsx';
import { Text, useTold, Words } from './parts/told.tsx';
import { useStanding } from './standing.ts';

/** One finding: how often it was said, where and when, and what it led to. */
export function FindingScreen() {
  return <ReadingThing<FindingView> kind="findings">{(it) => <Finding it={it} />}</ReadingThing>;
}

function Finding({ it }: { it: FindingView }) {
  const t = useT();
  const told = useTold();
  const acts = useActs();
  const { isSpeaker } = useStanding();
  const communeName = useCommuneName();
  const { data } = useRead<Thread>('/api/coordination/thread', it.doing.acts.includes('merge'));
  const targets = (data?.findings ?? []).filter((row) => row.id !== it.id && row.status === 'shared');
  const merge = (targetId: string) =>
    acts.act(
      { kind: 'coordination.move_finding', payload: { findingId: it.id, act: 'merge', targetId, reason: t('thread.similar.reason') } },
      t('thread.acted.finding.merge'),
    );
  return (
    <ThreadPage
      title={told(it.title)}
      intro={t('thread.one.findings')}
      back={{ to: '/thread?of=findings', label: t('thread.back.findings') }}
      actions={
        isSpeaker &&
        it.status === 'shared' && (
          <Link to={`/thread/recommendations/new?finding=${it.id}`} className={buttonClass('main')}>
            {t('thread.new.recommendation_from')}
          </Link>
        )
      }
    >
      <Done acts={acts} instead={useMet(acts, it.conflicts)} />
      <Card>
        <p className="flex flex-wrap gap-2">
          <Badge>{t(`thread.kind.${it.kind}`)}</Badge>
          <StatusBadge of="finding" status={it.status} />
        </p>
        {it.mergedInto && (
          <Notice>
            <p>
              {t('thread.merged_into')}{' '}
              <Link className="font-semibold underline" to={`/thread/findings/${it.mergedInto.id}`}>
                <Words told={it.mergedInto.title} />
              </Link>
            </p>
          </Notice>
        )}
        {it.text && <Text told={it.text} />}
        <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          <Fact label={t('thread.themes')}>{wordsOf(t, 'thread.theme', it.themes)}</Fact>
          {it.audiences.length > 0 && <Fact label={t('thread.audiences')}>{wordsOf(t, 'thread.for', it.audiences)}</Fact>}
          {it.communeCodes.length > 0 && (
            <Fact label={t('thread.communes')}>{it.communeCodes.map(communeName).join(t('workspace.list_comma'))}</Fact>
          )}
          <Fact label={t('thread.raised_by')}>{it.raisedBy ? <bdi>{it.raisedBy.name}</bdi> : t('thread.raised_by.region')}</Fact>
        </dl>
        {it.doing.acts.length > 0 && (
          <div className="no-print flex flex-wrap gap-3 border-t border-line pt-4">
            <ActsRow kind="finding" id={it.id} acts={it.doing.acts} sending={acts} targets={targets} hasMain={it.status === 'shared'} />
          </div>
        )}
      </Card>
      {it.doing.acts.includes('merge') && (
        <Similar
          title={it.title}
          kind={it.kind}
          themes={it.themes}
          but={it.id}
          hint={t('thread.similar.merge.hint')}
          renderAct={(row) => (
            <Button isDisabled={acts.isSending('coordination.move_finding', { findingId: it.id })} onPress={() => merge(row.id)}>
              {t('thread.similar.merge')}
            </Button>
          )}
        />
      )}
      <OwnTexts
        subjectKind="finding"
        subjectId={it.id}
        texts={{ title: it.title, text: it.text }}
        conflicts={it.conflicts}
        mayWrite={it.doing.isOwn}
        acts={acts}
      />
      <Said it={it} acts={acts} />
      {it.deskNeed && <DeskYears need={it.deskNeed} />}
      {it.ledTo.length > 0 && (
        <Card>
          <h2>{t('thread.led_to')}</h2>
          <ul className="flex flex-col gap-2">
            {it.ledTo.map((row) => (
              <li key={row.id} className="flex flex-wrap items-center gap-3">
                <Link className="inline-flex min-h-11 items-center font-semibold text-primary" to={`/thread/recommendations/${row.id}`}>
                  <Words told={row.title} />
                </Link>
                <StatusBadge of="recommendation" status={row.status} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Support subjectKind="finding" subjectId={it.id} endorsedBy={it.endorsedBy} comments={it.comments} doing={it.doing} acts={acts} />
      <Publish
        subjectKind="finding"
        subjectId={it.id}
        isPublished={it.isPublished}
        mayDecide={isSpeaker && it.doing.isOwn && it.status === 'shared'}
        title={it.title}
        text={null}
        facts={[[t('thread.kind'), t(`thread.kind.${it.kind}`)]]}
        acts={acts}
      />
      <Past of="finding" past={it.past} />
    </ThreadPage>
  );
}

/** Told from the desk in one press: its month is said, and no day. */
const isOfMonth = ({ deskNeed }: FindingView, { kind, saidOn }: FindingView['said'][number]): boolean =>
  deskNeed !== null && kind === 'desk' && saidOn.endsWith('-01');

/** Where and when it was said, and the way to say that it was said again. */
function Said({ it, acts }: { it: FindingView; acts: Acts }) {
  const t = useT();
  const dates = useDates();
  const [isSaying, setSaying] = useState(false);
  return (
    <Card>
      <h2>{t('thread.said', { count: it.said.length })}</h2>
      <ol className="flex flex-col divide-y divide-line">
        {it.said.map((source) => (
          <li key={source.id} className="py-2">
            <p className="font-semibold">
              {t(`thread.source.${source.kind}`)} · {isOfMonth(it, source) ? dates.month(source.saidOn) : dates.day(source.saidOn)}
            </p>
            <p className="text-sm text-quiet">
              {source.meeting && (
                <Link to={`/thread/meetings/${source.meeting.id}`} className="underline underline-offset-4">
                  <Words told={source.meeting.title} />
                </Link>
              )}
              {source.meeting && source.organization && ' · '}
              {source.organization && <bdi>{source.organization.name}</bdi>}
            </p>
            {source.note && <p dir="auto">{source.note}</p>}
          </li>
        ))}
      </ol>
      {it.status !== 'merged' && (
        <p className="no-print">
          <Button isDisabled={acts.isSending('coordination.add_source', { findingId: it.id })} onPress={() => setSaying(true)}>
            {t('thread.say_again')}
          </Button>
        </p>
      )}
      {isSaying && <SayAgain findingId={it.id} acts={acts} onClose={() => setSaying(false)} />}
    </Card>
  );
}

function SayAgain({ findingId, acts, onClose }: { findingId: string; acts: Acts; onClose: () => void }) {
  const t = useT();
  const [typed, setTyped] = useState(noSource);
  const [isChecked, setChecked] = useState(false);
  function say(): unknown {
    if (!isSaid(typed)) return setChecked(true);
    onClose();
    return acts.act(
      { kind: 'coordination.add_source', payload: { findingId, source: { sourceId: uuidv7(), ...toSource(typed) } } },
      t('thread.say_again.done'),
    );
  }
  return (
    <Decision title={t('thread.say_again')} onClose={onClose} decide={t('thread.save')} cancel={t('workspace.cancel')} onDecide={say}>
      <SourceFields value={typed} isChecked={isChecked} onChange={setTyped} />
    </Decision>
  );
}
