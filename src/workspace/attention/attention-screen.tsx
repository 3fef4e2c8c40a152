import { useState } from 'react';
import { OtherFile, RefusedAttachment } from '../../cases/screens/attachments/refused-attachment.tsx';
import { RefusedAnswers } from '../../desk/fields/screens/refused-answers.tsx';
import { isOfGuide, RefusedProcedure } from '../../desk/guide/screens/refused-procedure.tsx';
import { BackToForm, RefusedRecord, RefusedWords } from '../../directory/screens/attention/refused-care.tsx';
import { referenceOf } from '../../platform/reference.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Notice, Reference } from '../../ui/card.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/state.tsx';
import { useCodeText, useDates, useT } from '../language.tsx';
import { heldBack, madeBy, type OutboxEntry } from '../outbox/order.ts';
import { discard, resend } from '../outbox/sender.ts';
import { Page } from '../page.tsx';
import { useSession } from '../session.tsx';
import { BackToFile, hasForm } from './back-to-file.tsx';
import { PayloadEditor } from './payload-editor.tsx';
import { withoutEmpty } from './payload-fields.ts';

/** Changes the server did not take: why, what was typed, and what can be done. Nothing leaves by itself. */
export function AttentionScreen() {
  const t = useT();
  const { outbox } = useSession();
  const refused = outbox.filter((e) => e.state === 'refused');
  const held = heldBack(outbox);
  return (
    <Page title={t('attention.title')} intro={refused.length > 0 && t('attention.intro')}>
      {held.size > 0 && <Notice tone="warn">{t('attention.held', { count: held.size })}</Notice>}
      {refused.length === 0 ? (
        <Empty title={t('attention.none')}>{t('attention.none.text')}</Empty>
      ) : (
        <ul className="flex flex-col gap-4">
          {refused.map((entry) => (
            <li key={entry.id}>
              {entry.code === 'file_erased' && Object.keys(entry.payload).length === 0 ? (
                <LetGoCard entry={entry} />
              ) : (
                <RefusedCard entry={entry} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** What was written about someone whose file was erased meanwhile: this device has let go of the words. */
function LetGoCard({ entry }: { entry: OutboxEntry }) {
  const t = useT();
  const dates = useDates();
  return (
    <Card>
      <h2>{t(`command.${entry.kind}`)}</h2>
      <p className="text-sm text-quiet">{t('attention.written', { date: dates.moment(entry.at) })}</p>
      <Notice>{t('attention.let_go')}</Notice>
      <p>
        <Button look="main" onPress={() => discard(entry.seq)}>
          {t('attention.understood')}
        </Button>
      </p>
    </Card>
  );
}

/** What these make is called by a reference. */
const referenced = new Set(['desk.record_visit', 'cases.open', 'referrals.send']);

function RefusedCard({ entry }: { entry: OutboxEntry }) {
  const t = useT();
  const dates = useDates();
  const codeText = useCodeText();
  const [payload, setPayload] = useState(entry.payload);
  const [isLeaving, setLeaving] = useState(false);
  const [made] = madeBy(entry);
  const isCare = entry.kind.startsWith('directory.');
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2>{t(`command.${entry.kind}`)}</h2>
        {made && referenced.has(entry.kind) && <Reference>{referenceOf(made)}</Reference>}
      </div>
      {isCare && <RefusedRecord payload={entry.payload} />}
      <p className="text-sm text-quiet">{t('attention.written', { date: dates.moment(entry.at) })}</p>
      <Notice tone="bad">
        <p className="font-semibold">{codeText('refusal', entry.code ?? 'unknown')}</p>
      </Notice>
      {isCare ? (
        <RefusedWords entry={entry} />
      ) : entry.kind === 'cases.attach' ? (
        <RefusedAttachment entry={entry} payload={payload} onChange={setPayload} />
      ) : isOfGuide(entry) ? (
        <RefusedProcedure entry={entry} />
      ) : entry.kind === 'desk.set_values' ? (
        <RefusedAnswers payload={payload} onChange={setPayload} />
      ) : (
        <PayloadEditor payload={payload} fields={entry.fields ?? []} onChange={setPayload} />
      )}
      {entry.kind === 'coordination.add_proof' && 'fileId' in payload && (
        <OtherFile entry={entry} payload={payload} onChange={setPayload} />
      )}
      <div className="flex flex-wrap gap-3">
        {isCare && <BackToForm entry={entry} />}
        <BackToFile entry={entry} />
        <Button
          look={isCare || isOfGuide(entry) || hasForm(entry) ? 'second' : 'main'}
          onPress={() => resend(entry, isCare || isOfGuide(entry) ? entry.payload : withoutEmpty(payload))}
        >
          {t('attention.resend')}
        </Button>
        <Button look="danger" onPress={() => setLeaving(true)}>
          {t('attention.discard')}
        </Button>
      </div>
      <Decision
        title={t('attention.discard')}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        decide={t('attention.discard.confirm')}
        cancel={t('workspace.cancel')}
        onDecide={() => discard(entry.seq)}
      >
        <p>{t('attention.discard.explained')}</p>
      </Decision>
    </Card>
  );
}
