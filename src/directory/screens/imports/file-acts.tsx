import { useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { ImportFile } from './answers.ts';

/** Faults of a whole file, which no row can be left out for. */
const ofTheFile = new Set([
  'file_missing',
  'path_outside',
  'package_unreadable',
  'encoding',
  'csv_syntax',
  'column_missing',
  'column_twice',
]);

/** What can be done with a file that was looked at. */
export function FileActs({ file }: { file: ImportFile }) {
  const t = useT();
  const navigate = useNavigate();
  const { send } = useSession();
  const isAsked = useRef(false);
  const { id: fileId, lookId, state, report, reportId } = file;
  if (state === 'applied')
    return (
      <p className="no-print flex flex-wrap gap-3">
        {reportId && (
          <Link to={`/directory/imports/${reportId}`} className={buttonClass('main')}>
            {t('imports.see_report')}
          </Link>
        )}
        <Link to="/directory/imports/file" className={buttonClass('second')}>
          {t('imports.file.next')}
        </Link>
      </p>
    );
  const brings = state === 'looked_at' && report !== null && report.newRows + report.changedRows + report.vanishedRows > 0;
  const maySkip =
    state === 'refused' &&
    !file.skipBadRows &&
    report?.reason === 'rows_do_not_fit' &&
    !report.errors.some(({ code }) => ofTheFile.has(code));
  /** Once: a second press comes before these buttons are gone. */
  async function ask(kind: string, payload: Record<string, unknown>): Promise<void> {
    if (isAsked.current) return;
    isAsked.current = true;
    await send({ kind: `directory.${kind}`, payload: { fileId, ...payload } });
  }
  /** The same file in the same way. */
  const lookWithoutThem = (): Promise<void> => ask('look_at_import_file', { lookId: uuidv7(), fileName: file.name, skipBadRows: true });
  async function drop(): Promise<void> {
    await ask('drop_import_file', {});
    await navigate('/directory/imports');
  }
  return (
    <div className="no-print flex flex-wrap gap-3">
      {brings && (
        <Button look="main" onPress={() => ask('apply_import_file', { lookId })}>
          {t('imports.look.apply')}
        </Button>
      )}
      {maySkip && (
        <Button look="main" onPress={() => lookWithoutThem()}>
          {t('imports.look.without')}
        </Button>
      )}
      <Link to={`/directory/imports/files/${fileId}/again`} className={buttonClass('second')}>
        {t('imports.look.again')}
      </Link>
      {!brings && (
        <Link to="/directory/imports/file" className={buttonClass('second')}>
          {t('imports.file.next')}
        </Link>
      )}
      <Button look="quiet" className="mx-0!" onPress={() => drop()}>
        {t('imports.look.drop')}
      </Button>
    </div>
  );
}
