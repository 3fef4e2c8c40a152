import type { z } from 'zod';
import { type AnyHandler, handler } from '../../platform/commands/handler.ts';
import { happened } from './acting.ts';
import { editorRoles, recheckLinkSchema } from './contract.ts';

/** An address that was mended is looked at again in the coming night, before all others. */
export const recheckLink: AnyHandler = handler<z.infer<typeof recheckLinkSchema>, undefined>({
  kind: 'directory.recheck_link',
  schema: recheckLinkSchema,
  roles: editorRoles,
  load: async () => undefined,
  decide: (_state, { url }, actor) => happened('link_to_recheck', { url }, actor),
  write: ({ payload }) => [{ text: 'update directory.link_check set checked_at = null, tries = 0 where url = $1', values: [payload.url] }],
});
