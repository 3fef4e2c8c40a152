import { Link } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { RegisterLine, RegistersAnswer, SavedMapping } from '../contract.ts';
import { FileForm } from './file-form.tsx';
import { ImportBadge } from './import-badge.tsx';
import { RegisterPage, RegisterRoom } from './register-page.tsx';
import { importsPath } from './use-register.ts';

export function RegisterScreen() {
  return (
    <RegisterRoom>
      <Registers />
    </RegisterRoom>
  );
}

/** Where the past of a cell comes in: a file to send, and those that were sent. */
function Registers() {
  const t = useT();
  const query = useRead<RegistersAnswer>(importsPath);
  return (
    <RegisterPage
      title={t('register.title')}
      intro={t('register.intro')}
      actions={
        <Link to="/exports" className={buttonClass('second')}>
          {t('register.exports')}
        </Link>
      }
    >
      <Reading query={query}>
        {({ imports, mappings, largest }) => (
          <>
            <FileForm largest={largest} />
            <section className="flex flex-col gap-3">
              <h2>{t('register.past')}</h2>
              {imports.length === 0 ? (
                <Empty title={t('register.none')}>{t('register.none.text')}</Empty>
              ) : (
                <ul className="flex flex-col gap-3">
                  {imports.map((one) => (
                    <li key={one.id}>
                      <ImportLine line={one} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
            {mappings.length > 0 && <Mappings mappings={mappings} />}
          </>
        )}
      </Reading>
    </RegisterPage>
  );
}

function ImportLine({ line }: { line: RegisterLine }) {
  const t = useT();
  const dates = useDates();
  return (
    <Card className="gap-1!">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Link to={`/register/${line.id}`} className="min-w-0 py-1 font-bold text-primary underline underline-offset-4 wrap-anywhere">
          <bdi>{line.name ?? t('register.unnamed')}</bdi>
        </Link>
        <ImportBadge state={line.state} />
      </div>
      <p className="text-sm text-quiet">
        {t('register.line', { date: dates.day(line.sentAt), name: line.sentBy ?? '' })}
        {line.total > 0 && <> · {t('register.rows', { count: line.total })}</>}
      </p>
    </Card>
  );
}

function Mappings({ mappings }: { mappings: SavedMapping[] }) {
  const t = useT();
  const dates = useDates();
  const { send } = useSession();
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('register.mappings')}</h2>
      <p className="text-quiet">{t('register.mappings.text')}</p>
      <ul className="flex flex-col gap-2">
        {mappings.map(({ id, name, savedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 rounded-xl border border-line bg-card px-4 py-2">
            <span className="flex min-w-0 flex-col">
              <bdi className="font-semibold wrap-anywhere">{name}</bdi>
              <span className="text-sm text-quiet">{t('register.mapping.saved_on', { date: dates.day(savedAt) })}</span>
            </span>
            <Button
              look="quiet"
              aria-label={t('register.mapping.remove_named', { name })}
              onPress={() => send({ kind: 'cases.remove_register_mapping', payload: { mappingId: id } })}
            >
              {t('register.mapping.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
