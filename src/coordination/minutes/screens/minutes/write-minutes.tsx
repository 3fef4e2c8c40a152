import type { ReactNode } from 'react';
import { Badge, Card } from '../../../../ui/card.tsx';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useT } from '../../../../workspace/language.tsx';
import type { Told } from '../../../contract.ts';
import type { TextKind } from '../../../lists.ts';
import { OwnTexts } from '../../../screens/parts/edit-texts.tsx';
import { Text, Words } from '../../../screens/parts/told.tsx';
import type { MinutesContent, MinutesView } from '../../contract.ts';

type Draft = NonNullable<MinutesView['draft']>;
interface WriteMinutesProps {
  draft: Draft;
  acts: Acts;
}

/** The minutes as they are written: each part by itself, so that several write at once, beside what was noted under it. */
export function WriteMinutes({ draft, acts }: WriteMinutesProps) {
  const t = useT();
  const { meeting, agenda, groups, notes } = draft.content;
  const write = (subjectKind: TextKind, subjectId: string, field: string, words: Told | null) => (
    <Part draft={draft} acts={acts} subjectKind={subjectKind} subjectId={subjectId} field={field} words={words} />
  );
  const noted = (groupId: string | null) => <Noted notes={notes.filter((note) => note.groupId === groupId)} />;
  return (
    <>
      <Section title={t('minutes.opening')}>{write('meeting', meeting.id, 'opening', meeting.opening)}</Section>
      {agenda
        .filter((item) => item.kind !== 'break')
        .map((item) => (
          <Section key={item.id} title={<Words told={item.title} />} of={t('minutes.agenda')}>
            {write('minutes_part', item.id, 'words', item.words)}
          </Section>
        ))}
      {notes.some((note) => note.groupId === null) && <Section title={t('minutes.plenary')}>{noted(null)}</Section>}
      {groups.map((group) => (
        <Section key={group.id} title={<Words told={group.title} />} of={t('minutes.attendance.group')}>
          {noted(group.id)}
          {write('minutes_part', group.id, 'words', group.words)}
        </Section>
      ))}
      <Section title={t('minutes.closing')}>{write('meeting', meeting.id, 'closing', meeting.closing)}</Section>
    </>
  );
}

function Section({ title, of, children }: { title: ReactNode; of?: string; children: ReactNode }) {
  return (
    <Card>
      <div>
        {of && <p className="text-sm text-quiet">{of}</p>}
        <h2>{title}</h2>
      </div>
      {children}
    </Card>
  );
}

interface PartProps extends WriteMinutesProps {
  subjectKind: TextKind;
  subjectId: string;
  field: string;
  words: Told | null;
}
function Part({ draft, acts, subjectKind, subjectId, field, words }: PartProps) {
  const t = useT();
  const isWritten = words !== null && Object.keys(words).length > 0;
  return (
    <>
      {isWritten ? <Text told={words} /> : <p className="text-quiet">{t('writing.empty')}</p>}
      <OwnTexts
        subjectKind={subjectKind}
        subjectId={subjectId}
        texts={{ [field]: words }}
        conflicts={draft.conflicts.filter((each) => each.subjectId === subjectId && each.field === field)}
        mayWrite
        acts={acts}
        label={t(isWritten ? 'thread.edit' : 'writing.begin')}
      />
    </>
  );
}

function Noted({ notes }: { notes: MinutesContent['notes'] }) {
  const t = useT();
  if (notes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2 border-s-4 border-line ps-3">
      {notes.map((note) => (
        <li key={note.id} className="flex flex-wrap items-baseline gap-2">
          <Badge>{t(`minutes.kind.${note.kind}`)}</Badge>
          <Words told={note.words} />
        </li>
      ))}
    </ul>
  );
}
