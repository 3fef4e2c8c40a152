import { Link, useParams, useSearchParams } from 'react-router';
import { Button, buttonClass } from '../../../../ui/button.tsx';
import { Card, Notice } from '../../../../ui/card.tsx';
import { Empty } from '../../../../ui/state.tsx';
import { type Acts, Done, useActs } from '../../../../workspace/acts.tsx';
import { useT } from '../../../../workspace/language.tsx';
import { Page } from '../../../../workspace/page.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import { WayBack } from '../../../../workspace/way-back.tsx';
import { useTold } from '../../../screens/parts/told.tsx';
import type { MinutesContent, MinutesView } from '../../contract.ts';
import { MeetingDecisions } from '../decisions/decisions.tsx';
import { PaperFiles } from './paper-files.tsx';
import { OnPaper } from './paper-view.tsx';
import { PublishMeeting } from './publish-meeting.tsx';
import { Validate } from './validate.tsx';
import { Versions } from './versions.tsx';
import { WriteMinutes } from './write-minutes.tsx';

/** In milliseconds. What others write of the same minutes is here within so long. */
const every = 5000;

/** The minutes of a meeting: written together, validated, corrected, published. */
export function MinutesScreen() {
  const t = useT();
  const told = useTold();
  const { id = '' } = useParams();
  const query = useRead<MinutesView>(`/api/coordination/meetings/${encodeURIComponent(id)}/minutes`, true, undefined, every);
  const content = query.data?.draft?.content ?? query.data?.validated;
  return (
    <Page title={t('minutes.title')} intro={content && told(content.meeting.title)} wide>
      <WayBack to={`/thread/meetings/${id}`} label={t('thread.way')}>
        {t('live.back')}
      </WayBack>
      <Reading query={query}>{(view) => <Minutes meetingId={id} view={view} />}</Reading>
    </Page>
  );
}

function Minutes({ meetingId, view }: { meetingId: string; view: MinutesView }) {
  const t = useT();
  const acts = useActs();
  const [search, setSearch] = useSearchParams();
  const { draft, validated, versions } = view;
  const isWriting = draft !== null && (validated === null || search.get('write') === '1');
  return (
    <>
      <Done acts={acts} />
      {isWriting && draft ? (
        <Writing meetingId={meetingId} view={view} draft={draft} acts={acts} />
      ) : validated ? (
        <Validated meetingId={meetingId} view={view} validated={validated} onCorrect={() => setSearch({ write: '1' })} />
      ) : (
        <Empty title={t('writing.none')}>{t('writing.none.text')}</Empty>
      )}
      {(view.status === 'held' || view.status === 'validated') && <MeetingDecisions meetingId={meetingId} />}
      {versions.length > 0 && <Versions meetingId={meetingId} versions={versions} draft={draft?.content} />}
      {view.mayValidate && view.status !== 'draft' && view.status !== 'cancelled' && (
        <PublishMeeting meetingId={meetingId} view={view} acts={acts} />
      )}
    </>
  );
}

interface WritingProps {
  meetingId: string;
  view: MinutesView;
  draft: NonNullable<MinutesView['draft']>;
  acts: Acts;
}
function Writing({ meetingId, view, draft, acts }: WritingProps) {
  const t = useT();
  return (
    <>
      <Notice>{t(view.validated ? 'writing.correction' : 'writing.together')}</Notice>
      <p className="no-print flex flex-wrap gap-3">
        {view.status !== 'validated' && (
          <Link to={`/thread/meetings/${meetingId}/live`} className={buttonClass('second')}>
            {t('live.title')}
          </Link>
        )}
      </p>
      <WriteMinutes draft={draft} acts={acts} />
      <Card>
        <h2>{t('writing.whole')}</h2>
        <p className="text-quiet">{t('writing.whole.text')}</p>
        <PaperFiles meetingId={meetingId} version="draft" />
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">{t('writing.read')}</summary>
          <OnPaper content={draft.content} />
        </details>
        {view.mayValidate && <Validate meetingId={meetingId} view={view} draft={draft} acts={acts} />}
      </Card>
    </>
  );
}

interface ValidatedProps {
  meetingId: string;
  view: MinutesView;
  validated: MinutesContent;
  onCorrect: () => void;
}
function Validated({ meetingId, view, validated, onCorrect }: ValidatedProps) {
  const t = useT();
  const version = view.versions[0];
  return (
    <Card>
      <OnPaper content={validated} version={version ?? null} />
      <PaperFiles meetingId={meetingId} version={version?.version ?? 1} />
      {view.draft && (
        <Button look="quiet" className="no-print self-start" onPress={onCorrect}>
          {t('writing.correct')}
        </Button>
      )}
    </Card>
  );
}
