import { Decision } from '../../../ui/dialog.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import type { ImportSource } from './answers.ts';

/** Ends the imports of one address; what came in stays. */
export function RemoveSource({ source: { id, name }, acts, onClose }: { source: ImportSource; acts: Acts; onClose: () => void }) {
  const t = useT();
  async function remove(): Promise<void> {
    onClose();
    await acts.act({ kind: 'directory.remove_import_source', payload: { sourceId: id } }, t('imports.removed', { name }));
  }
  return (
    <Decision
      title={t('imports.remove_named', { name })}
      onClose={onClose}
      decide={t('imports.remove')}
      cancel={t('workspace.cancel')}
      onDecide={() => remove()}
    >
      <p>{t('imports.remove.text')}</p>
    </Decision>
  );
}
