import { useNavigate } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import type { OutboxEntry } from '../../../workspace/outbox/order.ts';
import { takeUpAgain } from '../../../workspace/outbox/take-up-again.ts';
import type { WriteProcedure } from '../contract.ts';
import { inLanguage } from '../rules.ts';
import { adjustDraftName, adjustDraftOfPayload } from './adjust-draft.ts';
import { useGuide } from './use-guide.ts';
import { writeDraftName, writeDraftOf } from './write-draft.ts';

/** Whether a change is about a procedure. */
export const isOfGuide = ({ kind }: OutboxEntry): boolean => kind.startsWith('desk.') && kind.endsWith('_procedure');

/** Which procedure a refused change was about, and the way back to its form with what was typed. */
export function RefusedProcedure({ entry }: { entry: OutboxEntry }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const { data } = useGuide();
  const id = String(entry.payload.procedureId);
  // Our own form wrote it.
  const written = entry.kind === 'desk.write_procedure' ? (entry.payload as unknown as WriteProcedure) : undefined;
  const title = written?.title ?? data?.procedures.find((p) => p.id === id)?.title;
  const back = written
    ? { to: `/guide/${id}/edit`, draft: { name: writeDraftName(id), value: { ...writeDraftOf(written) } } }
    : { to: `/guide/${id}/adjust`, draft: { name: adjustDraftName(id), value: { ...adjustDraftOfPayload(entry.payload) } } };
  return (
    <>
      {title && <p>{inLanguage(title, language)}</p>}
      {entry.kind !== 'desk.withdraw_procedure' && (
        <p>
          <Button look="main" onPress={() => takeUpAgain(entry, back.draft).then(() => navigate(back.to))}>
            {t('guide.attention.again')}
          </Button>
        </p>
      )}
    </>
  );
}
