import { useDraft } from '../../../workspace/draft.ts';

/** How a file is read, as it was chosen last: the next edition is mostly read in the same way. */
export interface FileDraft {
  fileName: string;
  reads: 'package' | 'table';
  /** A known source; empty: the new one that is named. */
  sourceKey: string;
  sourceName: string;
  mappingKey: string;
}
const begun: FileDraft = { fileName: '', reads: 'package', sourceKey: '', sourceName: '', mappingKey: '' };

export function useFileDraft() {
  const draft = useDraft<FileDraft>('import-file', () => begun);
  return { ...draft, value: draft.value ?? begun };
}

/** What the server is asked, of what was chosen. */
export const lookPayload = (fileId: string, lookId: string, { fileName, reads, sourceKey, sourceName, mappingKey }: FileDraft) => ({
  fileId,
  lookId,
  fileName,
  ...(reads === 'table' ? { mappingKey } : sourceKey === '' ? { sourceName: sourceName.trim() } : { sourceKey }),
});
