import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { assessSchema, type Framework } from './contract.ts';
import { assessmentProblem, scoresOf } from './rules.ts';
import { findFramework } from './store.ts';

/** `desk.assess`: how the cell stands against the reference framework on a day. The journal keeps levels and scores, no note. */
export const assess: AnyHandler = handler<z.infer<typeof assessSchema>, { framework: Framework | undefined; today: string }>({
  kind: 'desk.assess',
  schema: assessSchema,
  roles: ['cell_manager'],
  async load(tx, { version }) {
    const { rows } = await tx.query<{ today: string }>('select directory.today()::text as today');
    return { framework: await findFramework(tx, version), today: rows[0]?.today ?? '' };
  },
  decide({ framework, today }, { answers, ...payload }, actor, _now, at) {
    if (!framework) return refuse('framework_not_found');
    const problem = assessmentProblem(framework, answers, payload.madeOn, today);
    if (problem) return refuse(problem);
    const scores = scoresOf(framework, answers);
    return {
      events: [
        {
          kind: 'cell_assessed',
          subjectKind: 'organization',
          subjectId: actor.organizationId,
          payload: {
            ...payload,
            scores,
            levels: Object.fromEntries(Object.entries(answers).map(([key, { level }]) => [key, level])),
            at: at.toISOString(),
          },
          sealed: { answers },
        },
      ],
      result: { scores },
    };
  },
  write: ({ payload: p, sealed }, actor) => [
    {
      text: `insert into desk.assessment (id, organization_id, version, made_on, answers, scores, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      values: [p['assessmentId'], actor.organizationId, p['version'], p['madeOn'], sealed?.['answers'], p['scores'], actor.userId, p['at']],
    },
  ],
});
