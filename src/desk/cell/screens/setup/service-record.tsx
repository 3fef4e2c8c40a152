import type { ReactNode } from 'react';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import type { Change } from '../../../../workspace/outbox/sender.ts';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import type { CellHours } from '../../contract.ts';

/** What the directory says of the cell's service, as far as these forms change it; what they do not show goes back as it came. */
export interface ServiceFields {
  schedules: CellHours[];
  phones: { number: string; extension: string | null; type: string | null; description: string | null }[];
  languages: { code: string | null; name: string | null }[];
  email: string | null;
}

export function ServiceReading({ serviceId, children }: { serviceId: string; children: (fields: ServiceFields) => ReactNode }) {
  const query = useRead<{ fields: ServiceFields }>(`/api/directory/care/services/${serviceId}`);
  return <Reading query={query}>{({ fields }) => children(fields)}</Reading>;
}
export const editService = (serviceId: string, fields: object): Change => ({
  kind: 'directory.edit_service',
  payload: { changeId: uuidv7(), proposalId: uuidv7(), serviceId, fields },
});
