import { Button } from '../../../ui/button.tsx';
import { useT } from '../../../workspace/language.tsx';
import { BothLanguages } from './both-languages.tsx';
import { isHalf } from './typed-words.ts';
import { noPaper, type WriteDraft } from './write-draft.ts';

interface RowsProps {
  papers: WriteDraft['papers'];
  onChange: (papers: WriteDraft['papers']) => void;
  error: string | undefined;
}
const most = 14;

export function PaperRows({ papers, onChange, error }: RowsProps) {
  const t = useT();
  const set = (at: number, part: Partial<WriteDraft['papers'][number]>): void =>
    onChange(papers.map((paper, index) => (index === at ? { ...paper, ...part } : paper)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-bold">{t('guide.form.papers')}</legend>
      <ol className="flex flex-col gap-3">
        {papers.map((paper, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity while it is typed.
          <li key={index} className="flex flex-col gap-3 rounded-xl bg-paper p-3">
            <BothLanguages
              label={t('guide.form.paper')}
              maxLength={160}
              value={paper.name}
              onChange={(name) => set(index, { name })}
              error={error && (isHalf(paper.name) || paper.from.fr || paper.from.ar) ? error : undefined}
            />
            <BothLanguages
              label={t('guide.form.paper.from')}
              maxLength={160}
              value={paper.from}
              onChange={(from) => set(index, { from })}
              error={error && isHalf(paper.from) ? error : undefined}
            />
            <p>
              <Button look="quiet" onPress={() => onChange(papers.filter((_, other) => other !== index))}>
                {t('guide.form.paper.remove')}
              </Button>
            </p>
          </li>
        ))}
      </ol>
      {papers.length < most && (
        <p>
          <Button onPress={() => onChange([...papers, noPaper])}>{t('guide.form.paper.add')}</Button>
        </p>
      )}
    </fieldset>
  );
}
