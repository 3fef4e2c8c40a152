import { expect, it } from 'vitest';
import { registerRefusals } from '../contract.ts';
import { exportRefusals } from '../contract-export.ts';
import { registerCommands } from '../index.ts';
import {
  columnsOf,
  exportKinds,
  importStates,
  lesserProblems,
  noteCodes,
  refusalReasons,
  registerFields,
  registerStatuses,
  stoppingProblems,
} from '../lists.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

const said: Record<string, readonly string[]> = {
  refusal: [...registerRefusals, ...exportRefusals, 'register_row_not_taken', 'register_row_failed'],
  command: registerCommands.map(({ kind }) => kind),
  'register.reason': refusalReasons,
  'register.note': noteCodes,
  'register.problem': [...stoppingProblems, ...lesserProblems],
  'register.field': registerFields,
  'register.status': registerStatuses,
  'register.state': importStates,
  'register.column': exportKinds.flatMap(columnsOf),
};

it.each(Object.entries(said))('every %s that can be given is said in both languages', (family, codes) => {
  for (const code of codes) for (const texts of [fr, ar]) expect(texts, `${family}.${code}`).toHaveProperty([`${family}.${code}`]);
});
