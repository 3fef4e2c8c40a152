import { useParams } from 'react-router';
import { Badge, Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { Change } from '../../care/contract.ts';
import { BeforeAfter } from '../before-after.tsx';
import { CarePage } from '../care-page.tsx';
import { useName } from '../named.tsx';
import { useCarePlace } from '../place.ts';
import { ChangeLine } from './change-line.tsx';

const tones = { applied: 'good', proposed: 'warn', rejected: 'bad' } as const;

/** What became of a record: who changed what, and when. */
export function HistoryScreen() {
  const t = useT();
  const place = useCarePlace();
  const { entity = '', id = '' } = useParams();
  const query = useRead<{ changes: Change[] }>(`/api/directory/care/history/${encodeURIComponent(entity)}/${encodeURIComponent(id)}`);
  const nameOf = useName();
  // Among them may be what was done to its whole organisation.
  const own = query.data?.changes.find((change) => change.entityId === id);
  const back =
    entity === 'service'
      ? { to: `${place}/services/${id}`, label: t('care.back_to_service') }
      : { to: `${place}/organizations/${id}/edit`, label: t('care.organization.edit') };
  return (
    <CarePage title={t('care.history.title')} intro={own && nameOf(own.name)} back={back}>
      <Reading query={query}>
        {({ changes }) =>
          changes.length === 0 ? (
            <Empty title={t('care.history.none')}>{t('care.history.none.text')}</Empty>
          ) : (
            <ol className="flex flex-col gap-4">
              {changes.map((change) => (
                <li key={change.id}>
                  <Card className="gap-3!">
                    <div className="flex flex-wrap items-start justify-between gap-2 sm:flex-nowrap">
                      <h2 className="text-lg">{t(`care.kind.${change.kind}`)}</h2>
                      <Badge tone={tones[change.state]}>{t(`care.change.${change.state}`)}</Badge>
                    </div>
                    <ChangeLine change={change} />
                    {['edit', 'create', 'archive', 'publish', 'availability'].includes(change.kind) && (
                      <BeforeAfter before={change.before} after={change.after} />
                    )}
                    <Words text={change.reason} />
                    <Words text={change.decisionReason} />
                  </Card>
                </li>
              ))}
            </ol>
          )
        }
      </Reading>
    </CarePage>
  );
}
function Words({ text }: { text: string | null }) {
  return text ? (
    <blockquote dir="auto" className="border-s-4 border-line ps-3 whitespace-pre-line">
      {text}
    </blockquote>
  ) : null;
}
