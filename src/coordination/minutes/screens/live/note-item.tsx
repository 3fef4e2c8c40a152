import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../../../ui/button.tsx';
import { Badge } from '../../../../ui/card.tsx';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useT } from '../../../../workspace/language.tsx';
import { Conflicts } from '../../../screens/parts/conflicts.tsx';
import { Text } from '../../../screens/parts/told.tsx';
import { useStanding } from '../../../screens/standing.ts';
import type { LiveMeeting } from '../../contract.ts';
import type { NoteKind } from '../../lists.ts';
import { becomes } from './become.ts';
import { BecomeThing } from './become-thing.tsx';
import { NoteEditor } from './note-editor.tsx';
import type { ShownNote } from './shown-notes.ts';
import type { Live } from './use-live.ts';

const tones: Record<NoteKind, 'plain' | 'info' | 'good' | 'warn'> = {
  said: 'plain',
  difficulty: 'warn',
  need: 'warn',
  good_practice: 'good',
  recommendation: 'info',
  decision: 'info',
  action: 'info',
};
const placeOf = { finding: 'findings', recommendation: 'recommendations', action: 'actions' } as const;

interface NoteItemProps {
  note: ShownNote;
  meeting: LiveMeeting;
  live: Live;
  acts: Acts;
}

/** One note: what it is, its words, what became of it, and the way to correct it. */
export function NoteItem({ note, meeting, live, acts }: NoteItemProps) {
  const t = useT();
  const { isSpeaker } = useStanding();
  const [open, setOpen] = useState<'edit' | 'become'>();
  const to = becomes[note.kind];
  const mayBecome = to !== undefined && note.became === null && meeting.isOwn && (to === 'finding' || isSpeaker);
  if (open === 'edit') return <NoteEditor note={note} meeting={meeting} live={live} acts={acts} onClose={() => setOpen(undefined)} />;
  return (
    <div className="flex break-inside-avoid flex-col gap-2 rounded-card border border-line bg-card p-4">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tones[note.kind]}>{t(`minutes.kind.${note.kind}`)}</Badge>
        {note.state !== 'kept' && (
          <span className={`text-sm ${note.state === 'refused' ? 'font-semibold text-bad' : 'text-quiet'}`}>
            {note.state === 'refused' ? (
              <Link to="/attention" className="underline">
                {t('live.refused')}
              </Link>
            ) : (
              t('live.on_its_way')
            )}
          </span>
        )}
        {note.organization && <bdi className="text-sm text-quiet sm:ms-auto">{note.organization}</bdi>}
      </p>
      <Text told={note.words} />
      {note.conflicts.length > 0 && <Conflicts subjectKind="note" conflicts={note.conflicts} mayWrite acts={acts} />}
      <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-1">
        {note.became && <Became became={note.became} />}
        {mayBecome && <Button onPress={() => setOpen('become')}>{t(`live.become.${to}`)}</Button>}
        <Button look="quiet" onPress={() => setOpen('edit')}>
          {t('live.edit')}
        </Button>
      </div>
      {open === 'become' && to && <BecomeThing note={note} to={to} meeting={meeting} acts={acts} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function Became({ became: { kind, id } }: { became: NonNullable<ShownNote['became']> }) {
  const t = useT();
  if (kind === 'decision') return <Badge tone="good">{t('live.is.decision')}</Badge>;
  return (
    <Link to={`/thread/${placeOf[kind]}/${id}`} className="inline-flex min-h-11 items-center font-semibold text-primary underline">
      {t(`live.is.${kind}`)}
    </Link>
  );
}
