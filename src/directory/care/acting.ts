import type { Decision } from '../../platform/commands/handler.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { editorRoles } from './contract.ts';

export const isEditor = ({ role }: Pick<Actor, 'role'>): boolean => editorRoles.some((editor) => editor === role);
/** An editor keeps every record, a focal point those of the organisation acted for. */
export const mayKeep = (actor: Actor, organizationId: string): boolean => isEditor(actor) || actor.organizationId === organizationId;

/** What concerns no one organisation's records is told of the organisation that said it: the directory is everyone's. */
export const happened = (kind: string, payload: Record<string, unknown>, actor: Actor): Decision => ({
  events: [{ kind, subjectKind: 'organization', subjectId: actor.organizationId, payload }],
});
