import { useState } from 'react';
import { FileField } from '../../../ui/file-field.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Done, useActs } from '../../../workspace/acts.tsx';

/** In bytes; the longest we know has 12,000. */
const longest = 300_000;

/** The mapping in a file, as far as a device can tell; the server reads it whole. */
function mappingIn(text: string): { source: string; name: string } | undefined {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== 'object' || content === null || !('source' in content) || !('name' in content) || !('rules' in content))
      return undefined;
    const { source, name } = content;
    return typeof source === 'string' && typeof name === 'string' ? { ...content, source, name } : undefined;
  } catch {
    return undefined;
  }
}

/** Adds how the tables of a source are read, which whoever knows its columns once wrote. */
export function AddMapping({ hasNone, onAdded }: { hasNone: boolean; onAdded: (key: string) => void }) {
  const t = useT();
  const acts = useActs();
  const [problem, setProblem] = useState<string>();
  async function add(file: File): Promise<void> {
    const mapping = file.size <= longest ? mappingIn(await file.text()) : undefined;
    setProblem(mapping ? undefined : t('refusal.import_mapping_invalid'));
    if (!mapping) return;
    await acts.act({ kind: 'directory.save_import_mapping', payload: { mapping } }, t('imports.mapping.added', { name: mapping.name }));
    onAdded(mapping.source);
  }
  return (
    <>
      <FileField
        label={t(hasNone ? 'imports.mapping.none' : 'imports.mapping.other')}
        hint={t('imports.mapping.hint')}
        choose={t('imports.mapping.add')}
        chosen={undefined}
        accept=".json"
        error={problem}
        onChoose={(file) => void add(file)}
      />
      <Done acts={acts} />
    </>
  );
}
