import { Link } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Comment, Doing, OrganizationName } from '../../contract.ts';
import { useStanding } from '../standing.ts';

interface SupportProps {
  subjectKind: 'finding' | 'recommendation' | 'action';
  subjectId: string;
  endorsedBy: OrganizationName[];
  comments: Comment[];
  doing: Doing;
  acts: Acts;
}

/** Who stands behind it, and what is said of it among those who sign in. */
export function Support({ subjectKind, subjectId, endorsedBy, comments, doing, acts }: SupportProps) {
  const t = useT();
  const dates = useDates();
  const { isSpeaker } = useStanding();
  const endorse = () =>
    acts.act(
      { kind: 'coordination.endorse', payload: { subjectKind, subjectId, endorses: !doing.endorses } },
      t(doing.endorses ? 'thread.endorse.taken_back' : 'thread.endorse.done'),
    );
  return (
    <>
      <Card>
        <h2>{t('thread.endorsed', { count: endorsedBy.length })}</h2>
        {endorsedBy.length > 0 && (
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {endorsedBy.map((organization) => (
              <li key={organization.id}>
                <bdi>{organization.name}</bdi>
              </li>
            ))}
          </ul>
        )}
        {isSpeaker && (
          <p className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button isDisabled={acts.isSending('coordination.endorse', { subjectId })} onPress={endorse}>
              {t(doing.endorses ? 'thread.endorse.no_more' : 'thread.endorse')}
            </Button>
            {!doing.endorses && <span className="text-sm text-quiet">{t('thread.endorse.hint')}</span>}
          </p>
        )}
        <Follow subjectKind={subjectKind} subjectId={subjectId} isTold={doing.isTold} acts={acts} />
      </Card>
      <Card className={comments.length === 0 ? 'no-print' : ''}>
        <h2>{t('thread.comments', { count: comments.length })}</h2>
        {comments.length > 0 && (
          <ol className="flex flex-col divide-y divide-line">
            {comments.map((comment) => (
              <li key={comment.id} className="flex flex-col gap-1 py-3 first:pt-0">
                <p dir="auto" className="whitespace-pre-line">
                  {comment.words}
                </p>
                <p className="text-sm text-quiet">
                  <bdi>{comment.organization.name}</bdi> · {dates.moment(comment.saidAt)}
                </p>
              </li>
            ))}
          </ol>
        )}
        {isSpeaker ? (
          <Say subjectKind={subjectKind} subjectId={subjectId} acts={acts} />
        ) : (
          comments.length === 0 && <p className="text-quiet">{t('thread.comments.none')}</p>
        )}
      </Card>
    </>
  );
}

/** Whether this person is told when it moves: of itself for those who said something of it or of what led to it. */
function Follow({ subjectKind, subjectId, isTold, acts }: Pick<SupportProps, 'subjectKind' | 'subjectId' | 'acts'> & { isTold: boolean }) {
  const t = useT();
  const follow = () =>
    acts.act(
      { kind: 'coordination.follow', payload: { subjectKind, subjectId, follows: !isTold } },
      t(isTold ? 'thread.follow.taken_back' : 'thread.follow.done'),
    );
  return (
    <p className="no-print flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line pt-3">
      <span className="text-sm text-quiet">{t(isTold ? 'thread.follow.is' : 'thread.follow.is_not')}</span>
      <Button look="quiet" isDisabled={acts.isSending('coordination.follow', { subjectId })} onPress={follow}>
        {t(isTold ? 'thread.follow.no_more' : 'thread.follow')}
      </Button>
      <Link to="/thread/told" className={buttonClass('quiet')}>
        {t('thread.told.how_often')}
      </Link>
    </p>
  );
}

function Say({ subjectKind, subjectId, acts }: Pick<SupportProps, 'subjectKind' | 'subjectId' | 'acts'>) {
  const t = useT();
  const { value, change, restart } = useDraft(`comment:${subjectId}`, () => ({ words: '' }));
  if (!value) return null;
  const words = value.words.trim();
  async function say(): Promise<void> {
    await acts.act(
      { kind: 'coordination.comment', payload: { commentId: uuidv7(), subjectKind, subjectId, words } },
      t('thread.comment.done'),
    );
    restart({ words: '' });
  }
  return (
    <div className="no-print flex flex-col gap-3">
      <Field
        label={t('thread.comment.words')}
        hint={t('thread.comment.hint')}
        rows={3}
        maxLength={2000}
        value={value.words}
        onChange={(text) => change({ words: text })}
      />
      <p>
        <Button look={words === '' ? 'second' : 'main'} isDisabled={words === ''} onPress={say}>
          {t('thread.comment')}
        </Button>
      </p>
    </div>
  );
}
