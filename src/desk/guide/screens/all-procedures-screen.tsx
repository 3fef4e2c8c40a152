import { useState } from 'react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Badge, Card, Notice } from '../../../ui/card.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useLanguage } from '../../../workspace/language.tsx';
import { isOnItsWay } from '../../../workspace/outbox/pending.ts';
import { Page } from '../../../workspace/page.tsx';
import { Reading } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { needs } from '../../lists.ts';
import type { GuideProcedure } from '../contract.ts';
import { inLanguage } from '../rules.ts';
import { ProcedureRow } from './procedure-row.tsx';
import { useGuide } from './use-guide.ts';

/** All procedures the desk can show, for those who look one up and for those who keep them. */
export function AllProceduresScreen() {
  const { t, language } = useLanguage();
  const { roles } = useSession();
  const query = useGuide();
  const [need, setNeed] = useState('');
  const [open, setOpen] = useState<string>();
  // Made here and not in the form, so that a form left half filled is found again.
  const [newId] = useState(uuidv7);
  return (
    <Page
      title={t('guide.screen.title')}
      intro={t('guide.screen.intro')}
      actions={
        roles.has('cell_manager') && (
          <Link to={`/guide/${newId}/edit`} className={buttonClass('main')}>
            {t('guide.add')}
          </Link>
        )
      }
    >
      <Card className="gap-3!">
        <NativeSelect label={t('guide.screen.need')} value={need} onChange={setNeed}>
          <option value="">{t('finder.every_need')}</option>
          {needs.map((one) => (
            <option key={one} value={one}>
              {t(`need.${one}`)}
            </option>
          ))}
        </NativeSelect>
        <Reading query={query}>
          {({ procedures, canMail, isKept }) => {
            const shown = procedures
              .filter((p) => need === '' || p.needs.some((one) => one === need))
              .sort((a, b) => inLanguage(a.title, language).localeCompare(inLanguage(b.title, language), language));
            return (
              <>
                {isKept && <Notice tone="plain">{t('guide.offline')}</Notice>}
                {shown.length === 0 && <p className="text-quiet">{t('guide.none')}</p>}
                <ul className="flex flex-col divide-y divide-line border-y border-line empty:hidden">
                  {shown.map((procedure) => (
                    <li key={procedure.id}>
                      <ProcedureRow
                        heading="h2"
                        procedure={procedure}
                        language={language}
                        canMail={canMail}
                        isOffline={isKept}
                        isOpen={open === procedure.id}
                        onToggle={() => setOpen(open === procedure.id ? undefined : procedure.id)}
                        acts={<Acts procedure={procedure} />}
                      />
                    </li>
                  ))}
                </ul>
              </>
            );
          }}
        </Reading>
      </Card>
    </Page>
  );
}

/** What the head of the cell, or the programme for the region, may do with a procedure. */
function Acts({ procedure }: { procedure: GuideProcedure }) {
  const { t, language } = useLanguage();
  const { roles, outbox, send } = useSession();
  const [isLeaving, setLeaving] = useState(false);
  const name = inLanguage(procedure.title, language);
  const { id: procedureId } = procedure;
  const isWaiting = ['desk.adjust_procedure', 'desk.write_procedure', 'desk.withdraw_procedure'].some((kind) =>
    isOnItsWay(outbox, kind, { procedureId }),
  );
  if (!roles.has('cell_manager') && !roles.has('programme')) return null;
  return (
    <div className="no-print flex flex-wrap items-center gap-3 border-t border-line pt-3">
      {procedure.isOwn ? (
        <>
          <Link to={`/guide/${procedureId}/edit`} aria-label={t('guide.edit_named', { name })} className={buttonClass('second')}>
            {t('guide.edit')}
          </Link>
          <Button look="danger" aria-label={t('guide.withdraw_named', { name })} onPress={() => setLeaving(true)}>
            {t('guide.withdraw')}
          </Button>
        </>
      ) : (
        <Link to={`/guide/${procedureId}/adjust`} aria-label={t('guide.adjust_named', { name })} className={buttonClass('second')}>
          {t('guide.adjust')}
        </Link>
      )}
      {isWaiting && <Badge>{t('guide.screen.waiting')}</Badge>}
      <Decision
        title={t('guide.withdraw_named', { name })}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        decide={t('guide.withdraw')}
        cancel={t('workspace.cancel')}
        onDecide={() => {
          setLeaving(false);
          void send({ kind: 'desk.withdraw_procedure', payload: { procedureId } });
        }}
      >
        <p>{t('guide.withdraw.explained')}</p>
      </Decision>
    </div>
  );
}
