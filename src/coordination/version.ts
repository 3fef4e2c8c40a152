import { onceATurn } from '../platform/database/once-a-turn.ts';

/** Moves on with every change of what everybody may read of the thread and of the plans. */
export const publicVersion = onceATurn(async (pool) => {
  const { rows } = await pool.query<{ number: string }>({ name: 'coordination-version', text: 'select number from coordination.version' });
  return rows[0]?.number ?? '0';
});
