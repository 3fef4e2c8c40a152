import { useNavigate } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { useT } from '../language.tsx';
import type { OutboxEntry } from '../outbox/order.ts';
import { takeUpAgain } from '../outbox/take-up-again.ts';

type Values = Record<string, unknown>;
/** As a form holds it: what is not said is an empty text. */
const typedIn = (set: unknown): Values => Object.fromEntries(Object.entries(set as Values).map(([field, value]) => [field, value ?? '']));

/** Changes of what stands already, which someone else may have changed first: their form shows both. */
const forms: Record<string, (payload: OutboxEntry['payload']) => { to: string; name: string; touched: Values }> = {
  'people.change': ({ personId, set }) => ({
    to: `/people/${personId}/edit`,
    name: `person:${personId}`,
    touched: typedIn(set),
  }),
  'cases.change': ({ caseId, set }) => ({ to: `/cases/${caseId}/edit`, name: `case-edit:${caseId}`, touched: typedIn(set) }),
};
export const hasForm = (kind: string): boolean => kind in forms;

/** Opens the form a refused change came from, with what was typed over what stands there now. */
export function BackToFile({ entry }: { entry: OutboxEntry }) {
  const t = useT();
  const navigate = useNavigate();
  const form = forms[entry.kind]?.(entry.payload);
  if (!form) return null;
  const { to, name, touched } = form;
  return (
    <Button look="main" onPress={() => void takeUpAgain(entry, { name, value: { touched } }).then(() => navigate(to))}>
      {t('attention.back_to_file')}
    </Button>
  );
}
