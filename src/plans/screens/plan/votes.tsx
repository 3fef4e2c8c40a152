import { useTold, Words } from '../../../coordination/screens/index.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useSession } from '../../../workspace/session.tsx';
import type { Session } from '../../contract.ts';
import { ranksOf } from '../../ranks.ts';
import { isOpen } from '../../rules.ts';
import { CellField } from '../parts/cell-field.tsx';
import type { InPlan } from '../parts/plan-frame.tsx';
import { NumberHead, Sheet } from '../parts/table.tsx';

/** The hands of one session: what is typed goes as so many more or fewer, so that several may count at once. */
export function Votes({ session, view }: Pick<InPlan, 'view'> & { session: Session }) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const { send } = useSession();
  const { plan } = view;
  const mayWrite = view.mayWrite && isOpen(plan.stage);
  const votes = new Map(plan.votes.filter((v) => v.sessionId === session.id).map((v) => [v.needId, v]));
  const ranks = ranksOf([...votes].map(([id, { women, men }]) => ({ id, women, men })));
  if (plan.needs.length === 0) return <p className="text-quiet">{t('plans.votes.no_needs')}</p>;
  const count = (needId: string, of: 'women' | 'men') => (base: number | null, value: number | null) => {
    const by = (value ?? 0) - (base ?? 0);
    if (by === 0) return undefined;
    const hands = { women: 0, men: 0, [of]: by };
    return send({
      kind: 'plans.count_votes',
      payload: { planId: plan.id, sessionId: session.id, needId, voteId: uuidv7(), ...hands },
    });
  };
  return (
    <Sheet
      label={t('plans.votes', { date: dates.day(session.heldOn) })}
      head={
        <tr>
          <th scope="col">{t('plans.need')}</th>
          <NumberHead>{t('plans.field.women')}</NumberHead>
          <NumberHead>{t('plans.field.men')}</NumberHead>
          <NumberHead>{t('plans.rank')}</NumberHead>
        </tr>
      }
    >
      {plan.needs.map((need) => {
        const vote = votes.get(need.id);
        return (
          <tr key={need.id}>
            <th scope="row" className="min-w-40">
              <Words told={need.title} />
            </th>
            {(['women', 'men'] as const).map((of) => (
              <td key={of} className="text-end tabular-nums">
                {mayWrite ? (
                  <CellField
                    label={t('thread.of_named', { name: t(`plans.field.${of}`), word: told(need.title) })}
                    value={vote?.[of] ?? 0}
                    most={10_000}
                    isWhole
                    onFill={count(need.id, of)}
                  />
                ) : (
                  (vote?.[of] ?? 0)
                )}
              </td>
            ))}
            <td className="text-end text-lg font-bold tabular-nums">{ranks.get(need.id) ?? '–'}</td>
          </tr>
        );
      })}
    </Sheet>
  );
}
