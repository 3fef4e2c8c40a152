import { uuidv7 } from '../../../workspace/identifier.ts';
import { useSession } from '../../../workspace/session.tsx';
import type { Cell } from '../../lists.ts';

interface Filled {
  thing: Cell;
  key: Record<string, string | number>;
  field: string;
  language?: 'fr' | 'ar';
  base: unknown;
  value: unknown;
}

/** Writes one cell of a table. Nothing is announced: whoever types on in the table stays where they are. */
export function useFill(planId: string): (cell: Filled) => Promise<void> {
  const { send } = useSession();
  return (cell) => send({ kind: 'plans.fill', payload: { planId, cellId: uuidv7(), conflictId: uuidv7(), ...cell } });
}
