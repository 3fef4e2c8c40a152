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
  /** The same file in the same way, without the rows that do not fit. */
  function lookWithoutThem(): void {
    const payload = { fileId, lookId: uuidv7(), fileName: file.name, skipBadRows: true };
    void send({ kind: 'directory.look_at_import_file', payload });
  }
  async function drop(): Promise<void> {
    await send({ kind: 'directory.drop_import_file', payload: { fileId } });
    await navigate('/directory/imports');
  }
  return (
    <div className="no-print flex flex-wrap gap-3">
      {brings && (
        <Button look="main" onPress={() => void send({ kind: 'directory.apply_import_file', payload: { fileId, lookId } })}>
          {t('imports.look.apply')}
        </Button>
      )}
      {maySkip && (
        <Button look="main" onPress={lookWithoutThem}>
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
      <Button look="quiet" className="mx-0!" onPress={() => void drop()}>
        {t('imports.look.drop')}
      </Button>
    </div>
  );
}
