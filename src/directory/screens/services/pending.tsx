import { Notice } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { useRead } from '../../../workspace/reading.tsx';
import type { Change } from '../../care/contract.ts';
import type { CareEntity } from '../../care/lists.ts';
import { useFieldName } from '../field-value.tsx';

/** What of a record still waits for an editor. */
export function Pending({ entity, id }: { entity: CareEntity; id: string }) {
  const t = useT();
  const fieldName = useFieldName();
  const { data } = useRead<{ changes: Change[] }>(`/api/directory/care/history/${entity}/${id}`);
  const waiting = (data?.changes ?? []).filter(({ state }) => state === 'proposed');
  if (waiting.length === 0) return null;
  const names = [...new Set(waiting.flatMap(({ after }) => Object.keys(after)))].map(fieldName);
  return <Notice tone="warn">{t('care.form.waiting', { name: names.join(t('workspace.list_comma')) })}</Notice>;
}
