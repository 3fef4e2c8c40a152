import type { AppContext } from '../http/context.ts';
import type { Vault } from './vault.ts';

/** What the routes that take and give files are built from. */
export interface FilesContext extends AppContext {
  vault: Vault;
}
