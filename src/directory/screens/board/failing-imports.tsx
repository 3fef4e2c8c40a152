import { Link } from 'react-router';
import { Notice } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import type { Board } from '../../care/contract.ts';
import { importTexts } from '../imports/messages/index.ts';

/** Directories that keep failing to come in, with why. */
export function FailingImports({ imports }: Pick<Board, 'imports'>) {
  if (imports.length === 0) return null;
  return (
    <RoomTexts catalogues={importTexts}>
      {imports.map((source) => (
        <Failing key={source.id} source={source} />
      ))}
    </RoomTexts>
  );
}

function Failing({ source: { name, failures, reason } }: { source: Board['imports'][number] }) {
  const t = useT();
  return (
    <Notice tone="bad">
      <p className="font-semibold">
        <bdi>{name}</bdi>
      </p>
      {reason && <p>{t(`imports.reason.${reason}`)}</p>}
      <p>{t('imports.failures', { count: failures })}</p>
      <p>
        <Link to="/directory/imports" className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
          {t('imports.title')}
        </Link>
      </p>
    </Notice>
  );
}
