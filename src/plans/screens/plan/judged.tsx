import { useState } from 'react';
import { useTold, Words } from '../../../coordination/screens/index.ts';
import { useLanguage } from '../../../workspace/language.tsx';
import type { Evaluation, Judged as JudgedRow, Plan, Project } from '../../contract.ts';
import { CellField } from '../parts/cell-field.tsx';
import { useFill } from '../parts/fill.ts';
import { useMoney } from '../parts/money.ts';
import { NumberHead, Sheet } from '../parts/table.tsx';

interface JudgedProps {
  it: Evaluation;
  plan: Plan;
  mayWrite: boolean;
}

/** Project by project: how far it came, what was spent in that year, a few words. */
export function Judged({ it, plan, mayWrite }: JudgedProps) {
  const { t } = useLanguage();
  const projects = plan.projects.filter((p) => p.status !== 'dropped' || it.judged.some((j) => j.projectId === p.id));
  return (
    <Sheet
      label={t('plans.judged', { year: String(it.year) })}
      head={
        <tr>
          <th scope="col">{t('plans.project')}</th>
          <NumberHead>{t('plans.field.share')}</NumberHead>
          <NumberHead>{t('plans.field.spent')}</NumberHead>
          <th scope="col">{t('plans.field.judged.words')}</th>
        </tr>
      }
    >
      {projects.map((project) => (
        <Row
          key={project.id}
          project={project}
          judged={it.judged.find((j) => j.projectId === project.id)}
          it={it}
          plan={plan}
          mayWrite={mayWrite}
        />
      ))}
    </Sheet>
  );
}

function Row({ project, judged, it, plan, mayWrite }: JudgedProps & { project: Project; judged: JudgedRow | undefined }) {
  const { t } = useLanguage();
  const told = useTold();
  const money = useMoney();
  const name = told(project.title);
  const fill = useFill(plan.id);
  const send = (cell: Pick<Parameters<typeof fill>[0], 'field' | 'language' | 'base' | 'value'>) =>
    fill({ thing: 'judged', key: { evaluation_id: it.id, project_id: project.id }, ...cell });
  const percent = judged?.share == null ? null : Math.round(judged.share * 100);
  const share = (typed: number | null) => (typed === null ? null : typed / 100);
  const spent = judged?.spent ?? null;
  return (
    <tr>
      <th scope="row" className="min-w-40">
        <Words told={project.title} />
      </th>
      <td className="tabular-nums">
        {mayWrite ? (
          <CellField
            label={t('thread.of_named', { name: t('plans.field.share'), word: name })}
            value={percent}
            most={100}
            onFill={(_base, value) => send({ field: 'share', base: judged?.share ?? null, value: share(value) })}
          />
        ) : percent === null ? (
          '–'
        ) : (
          `${percent} %`
        )}
      </td>
      <td className="tabular-nums">
        {mayWrite ? (
          <CellField
            label={t('thread.of_named', { name: t('plans.field.spent'), word: name })}
            value={spent}
            onFill={(base, value) => send({ field: 'spent', base, value })}
          />
        ) : spent === null ? (
          '–'
        ) : (
          money(spent)
        )}
      </td>
      <td className="min-w-56">
        {mayWrite ? (
          <Said
            label={t('thread.of_named', { name: t('plans.field.judged.words'), word: name })}
            judged={judged}
            onSay={(language, base, value) => send({ field: 'words', language, base, value })}
          />
        ) : (
          judged?.words && <Words told={judged.words} />
        )}
      </td>
    </tr>
  );
}

interface SaidProps {
  label: string;
  judged: JudgedRow | undefined;
  onSay: (language: 'fr' | 'ar', base: string, value: string) => unknown;
}
/** Words in the reader's language, saved as the field is left. */
function Said({ label, judged, onSay }: SaidProps) {
  const { language } = useLanguage();
  const now = judged?.words?.[language] ?? '';
  const [typed, setTyped] = useState<{ text: string; base: string; sent?: string }>();
  const [isHere, setHere] = useState(false);
  if (typed && !isHere && typed.base !== now) setTyped(undefined);
  function leave(): void {
    setHere(false);
    if (!typed) return;
    const [from, next] = [typed.sent ?? typed.base, typed.text.trim()];
    if (next !== from) {
      onSay(language, from, next);
      setTyped({ ...typed, sent: next });
    } else if (typed.sent === undefined) setTyped(undefined);
  }
  return (
    <textarea
      rows={2}
      aria-label={label}
      lang={language}
      dir={language === 'ar' ? 'rtl' : 'ltr'}
      maxLength={2000}
      value={typed?.text ?? now}
      onFocus={() => setHere(true)}
      onBlur={leave}
      onChange={(event) => setTyped(typed ? { ...typed, text: event.target.value } : { text: event.target.value, base: now })}
      className="w-full rounded-lg border border-edge bg-card px-3 py-2"
    />
  );
}
