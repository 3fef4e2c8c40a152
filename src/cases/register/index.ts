import type { AnyHandler } from '../../platform/commands/handler.ts';
import { exportCommands } from './export/commands.ts';
import { importCommands } from './import/commands.ts';
import { reviewCommands } from './import/decide-rows.ts';

export { registerRoutes, takesRegisters } from './api.ts';
export { forgetRegisters } from './forget-registers.ts';
export { type Registers, startRegisters } from './import/worker.ts';
export const registerCommands: AnyHandler[] = [...importCommands, ...reviewCommands, ...exportCommands];
