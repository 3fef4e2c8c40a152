import { Link } from 'react-router';
import { useT } from '../../../workspace/language.tsx';
import { useRead } from '../../../workspace/reading.tsx';
import type { Change } from '../../care/contract.ts';
import type { CareEntity } from '../../care/lists.ts';
import { useFieldName } from '../field-value.tsx';
import { useCarePlace } from '../place.ts';
import { ChangeLine } from './change-line.tsx';

const most = 3;

/** The newest changes of a record in a few lines, and the way to all of them. */
export function LastChanges({ entity, id }: { entity: CareEntity; id: string }) {
  const t = useT();
  const fieldName = useFieldName();
  const place = useCarePlace();
  const { data } = useRead<{ changes: Change[] }>(`/api/directory/care/history/${entity}/${id}`);
  const changes = data?.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('care.history.last')}</h2>
      <ol className="flex flex-col gap-3">
        {changes.slice(0, most).map((change) => (
          <li key={change.id}>
            <p>
              {change.kind === 'edit'
                ? t('care.history.edited', { name: Object.keys(change.after).map(fieldName).join(t('workspace.list_comma')) })
                : t(`care.kind.${change.kind}`)}{' '}
              ({t(`care.change.${change.state}`)})
            </p>
            <ChangeLine change={change} />
          </li>
        ))}
      </ol>
      <p>
        <Link to={`${place}/history/${entity}/${id}`} className="text-primary underline underline-offset-4">
          {t('care.history.all')}
        </Link>
      </p>
    </section>
  );
}
