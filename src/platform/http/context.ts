import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Role } from '../database/actor.ts';
import type { Databases } from '../database/open.ts';

export interface Membership {
  organizationId: string;
  organizationName: string;
  role: Role;
}
export interface SignedIn {
  userId: string;
  name: string;
  email: string;
  language: string;
  memberships: Membership[];
}
/** Who sent a request; the access capability implements it. */
export interface Sessions {
  find(headers: Headers): Promise<SignedIn | undefined>;
}
/** What every capability's routes are built from. */
export interface AppContext {
  config: Config;
  databases: Databases;
  sessions: Sessions;
  log: Logger;
}
