import { Notice } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { ActionRow, FindingRow, RecommendationRow } from '../../contract.ts';
import { themes } from '../../lists.ts';
import { ActionLine, FindingLine, RecommendationLine } from '../parts/rows.tsx';

interface ListProps<Row> {
  rows: readonly Row[];
  isNarrowed: boolean;
}

function NothingHere({ of, isNarrowed }: { of: 'recommendations' | 'actions' | 'findings'; isNarrowed: boolean }) {
  const t = useT();
  return (
    <Empty title={t(isNarrowed ? 'thread.none.narrowed' : `thread.none.${of}`)}>
      {t(isNarrowed ? 'thread.none.widen' : `thread.none.${of}.text`)}
    </Empty>
  );
}

/** By theme, in the order of the workshop; of each theme what presses comes first. One of two themes stands under its first. */
export function RecommendationList({ rows, isNarrowed }: ListProps<RecommendationRow>) {
  const t = useT();
  if (rows.length === 0) return <NothingHere of="recommendations" isNarrowed={isNarrowed} />;
  const byTheme = Map.groupBy(rows, (row) => row.themes[0]);
  return (
    <div className="grid items-start gap-x-6 gap-y-6 lg:grid-cols-2">
      {themes.map((theme) => {
        const own = byTheme.get(theme);
        return (
          own && (
            <section key={theme} className="flex flex-col gap-3">
              <h2>{t(`thread.theme.${theme}`)}</h2>
              <ul className="flex flex-col gap-3">
                {own.map((row) => (
                  <li key={row.id}>
                    <RecommendationLine row={row} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}

/** Those that need someone's hand before the others. */
export function ActionList({ rows, isNarrowed }: ListProps<ActionRow>) {
  const t = useT();
  if (rows.length === 0) return <NothingHere of="actions" isNarrowed={isNarrowed} />;
  const waiting = rows.filter((row) => row.signals.length > 0);
  const others = rows.filter((row) => row.signals.length === 0);
  return (
    <>
      {waiting.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2>{t('thread.actions.stand_out', { count: waiting.length })}</h2>
          <Actions rows={waiting} />
        </section>
      )}
      {others.length > 0 && (
        <section className="flex flex-col gap-3">
          {waiting.length > 0 && <h2>{t('thread.actions.others')}</h2>}
          <Actions rows={others} />
        </section>
      )}
    </>
  );
}
const Actions = ({ rows }: { rows: readonly ActionRow[] }) => (
  <ul className="grid items-start gap-3 lg:grid-cols-2">
    {rows.map((row) => (
      <li key={row.id}>
        <ActionLine row={row} />
      </li>
    ))}
  </ul>
);

/** What comes back most, first. */
export function FindingList({ rows, isNarrowed }: ListProps<FindingRow>) {
  const t = useT();
  if (rows.length === 0) return <NothingHere of="findings" isNarrowed={isNarrowed} />;
  return (
    <>
      <Notice>{t('thread.findings.without_names')}</Notice>
      <ul className="grid items-start gap-3 lg:grid-cols-2">
        {rows.map((row) => (
          <li key={row.id}>
            <FindingLine row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}
