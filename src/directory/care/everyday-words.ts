import type { z } from 'zod';
import type { PoolClient } from 'pg';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { fold } from '../search/folding.ts';
import { happened } from './acting.ts';
import { addEverydayWordSchema, editorRoles, removeEverydayWordSchema, settleQuerySchema } from './contract.ts';

interface WordState {
  termId: string | undefined;
  exists: boolean;
}

/** One more way people say it; the search knows it at once, and what was searched in vain under it is settled. */
export const addEverydayWord: AnyHandler = handler<z.infer<typeof addEverydayWordSchema>, WordState>({
  kind: 'directory.add_everyday_word',
  schema: addEverydayWordSchema,
  roles: editorRoles,
  async load(tx: PoolClient, { language, word, termCode }) {
    const { rows } = await tx.query<{ termId: string; words: string[] }>(
      `select t.id as "termId", array(select w.word from directory.everyday_word w where w.term_id = t.id and w.language = $2) as words
       from directory.taxonomy_term t where t.code = $1
       order by exists (select from directory.attribute a where a.taxonomy_term_id = t.id) desc, t.id limit 1`,
      [termCode, language],
    );
    return { termId: rows[0]?.termId, exists: rows[0]?.words.some((known) => fold(known) === fold(word)) ?? false };
  },
  decide({ termId, exists }, { wordId, language, word, termCode }) {
    if (!termId) return refuse('term_unknown');
    if (exists) return refuse('word_exists');
    return {
      events: [
        {
          kind: 'everyday_word_added',
          subjectKind: 'everyday_word',
          subjectId: wordId,
          payload: { language, word, termCode, termId, query: fold(word) },
        },
      ],
    };
  },
  write: ({ subjectId, payload }, actor) => [
    {
      text: 'insert into directory.everyday_word (id, language, word, term_id, added_by) values ($1, $2, $3, $4, $5)',
      values: [subjectId, payload.language, payload.word, payload.termId, actor.userId],
    },
    { text: 'delete from directory.unanswered_query where query = $1', values: [payload.query] },
  ],
});

export const removeEverydayWord: AnyHandler = handler<z.infer<typeof removeEverydayWordSchema>, undefined>({
  kind: 'directory.remove_everyday_word',
  schema: removeEverydayWordSchema,
  roles: editorRoles,
  load: async () => undefined,
  decide: (_state, { wordId }) => ({
    events: [{ kind: 'everyday_word_removed', subjectKind: 'everyday_word', subjectId: wordId, payload: {} }],
  }),
  write: ({ subjectId }) => [{ text: 'delete from directory.everyday_word where id = $1', values: [subjectId] }],
});

/** What people searched in vain needs nothing more; it comes back when it is searched again. */
export const settleQuery: AnyHandler = handler<z.infer<typeof settleQuerySchema>, undefined>({
  kind: 'directory.settle_query',
  schema: settleQuerySchema,
  roles: editorRoles,
  load: async () => undefined,
  decide: (_state, asked, actor) => happened('query_settled', asked, actor),
  write: ({ payload }) => [
    {
      text: 'delete from directory.unanswered_query where query = $1 and language = $2',
      values: [payload.query, payload.language],
    },
  ],
});
