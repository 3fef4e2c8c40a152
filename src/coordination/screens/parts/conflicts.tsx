import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { useT } from '../../../workspace/language.tsx';
import type { RecommendationView, Told } from '../../contract.ts';
import { mostOfText, spokenTexts, type TextKind } from '../../lists.ts';

type Conflict = Omit<RecommendationView['conflicts'][number], 'writtenAt'>;
interface ConflictsProps {
  subjectKind: TextKind;
  conflicts: readonly Conflict[];
  mayWrite: boolean;
  /** The name as it stands, where the thing has one: its last words are not taken away. */
  title?: Told | null | undefined;
  acts: Acts;
}

/** Two people wrote the same words at once: both texts stand here until one of their organisation says which one stays, or writes one from both. */
export function Conflicts({ conflicts, ...choose }: ConflictsProps) {
  return conflicts.map((conflict) => <Choose key={conflict.id} conflict={conflict} {...choose} />);
}

function Choose({ subjectKind, conflict, mayWrite, title, acts }: Omit<ConflictsProps, 'conflicts'> & { conflict: Conflict }) {
  const t = useT();
  const { id, field, language, theirs, mine } = conflict;
  const { value, change, discard } = useDraft(`conflict:${id}`, () => ({ text: theirs }));
  const dir = language === 'ar' ? 'rtl' : 'ltr';
  if (!value) return null;
  const text = value.text.trim();
  const isNameless = field === 'title' && text === '' && !spokenTexts.some((each) => each !== language && title?.[each]);
  async function settle(): Promise<void> {
    if (isNameless) return;
    await acts.act({ kind: 'coordination.settle_conflict', payload: { conflictId: id, value: text } }, t('thread.conflict.settled'));
    await discard();
  }
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
              <Button className="self-start" onPress={() => change({ text: words })}>
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
            value={value.text}
            onChange={(next) => change({ text: next })}
            {...(isNameless ? { error: t('thread.edit.nameless') } : {})}
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
