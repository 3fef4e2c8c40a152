import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { RecommendationView } from '../../contract.ts';
import { mostOfText, type TextKind } from '../../lists.ts';

type Conflict = Omit<RecommendationView['conflicts'][number], 'writtenAt'>;
interface ConflictsProps {
  subjectKind: TextKind;
  conflicts: readonly Conflict[];
  mayWrite: boolean;
  acts: Acts;
}

/** Two people wrote the same words at once: both texts stand here until one of their organisation says which one stays, or writes one from both. */
export function Conflicts({ conflicts, ...choose }: ConflictsProps) {
  return conflicts.map((conflict) => <Choose key={conflict.id} conflict={conflict} {...choose} />);
}

function Choose({ subjectKind, conflict, mayWrite, acts }: Omit<ConflictsProps, 'conflicts'> & { conflict: Conflict }) {
  const t = useT();
  const { id, field, language, theirs, mine } = conflict;
  const [text, setText] = useState(theirs);
  const dir = language === 'ar' ? 'rtl' : 'ltr';
  const settle = () =>
    acts.act({ kind: 'coordination.settle_conflict', payload: { conflictId: id, value: text.trim() } }, t('thread.conflict.settled'));
  return (
    <Card>
      <h2>{t('thread.conflict', { name: t(`thread.text.${field}`) })}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        {[theirs, mine].map((words, place) => (
          <div key={place === 0 ? 'theirs' : 'mine'} className="flex flex-col gap-2">
            <h3 className="font-semibold">{t(place === 0 ? 'thread.conflict.stands' : 'thread.conflict.other')}</h3>
            <p dir={dir} lang={language} className="whitespace-pre-line rounded-xl bg-paper p-3 text-start">
              {words}
            </p>
            {mayWrite && (
              <Button className="self-start" onPress={() => setText(words)}>
                {t('thread.conflict.take')}
              </Button>
            )}
          </div>
        ))}
      </div>
      {mayWrite && (
        <>
          <Field
            label={t('thread.conflict.text')}
            rows={6}
            dir={dir}
            maxLength={mostOfText(subjectKind, field) ?? 0}
            value={text}
            onChange={setText}
          />
          <Button
            look="main"
            className="self-start"
            isDisabled={acts.isSending('coordination.settle_conflict', { conflictId: id })}
            onPress={settle}
          >
            {t('thread.conflict.settle')}
          </Button>
        </>
      )}
    </Card>
  );
}
