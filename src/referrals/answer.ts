import type { z } from 'zod';
import type { Actor } from '../platform/database/actor.ts';
import { type AnyHandler, handler, refuse } from '../platform/commands/handler.ts';
import { acceptReferralSchema, cancelReferralSchema, declineReferralSchema, type ReferralStatus, reportOutcomeSchema } from './contract.ts';
import { nextStatus, type ReferralAction, type Side } from './rules.ts';

interface Found {
  status: ReferralStatus;
  organizationId: string;
}
const sideOf = (found: Found, actor: Actor): Side => (found.organizationId === actor.organizationId ? 'sender' : 'receiver');

/** One handler per row of the transition table's actions; they differ only in what the answer carries. */
function answering<P extends { referralId: string }>(
  action: ReferralAction,
  schema: z.ZodType<P>,
  columns: (payload: P, at: Date, actor: Actor) => Record<string, unknown>,
): AnyHandler {
  return handler<P, Found | undefined>({
    kind: `referrals.${action}`,
    schema,
    roles: ['agent', 'cell_manager', 'partner'],
    async load(tx, { referralId }) {
      const { rows } = await tx.query(
        'select status, organization_id as "organizationId" from referrals.referral where id = $1 for update',
        [referralId],
      );
      return rows[0];
    },
    decide(found, payload, actor, _now, at) {
      if (!found) return refuse('referral_not_found');
      const next = nextStatus(found.status, action, sideOf(found, actor));
      if ('refused' in next) return next;
      return {
        events: [
          {
            kind: `referral_${next.to}`,
            subjectKind: 'referral',
            subjectId: payload.referralId,
            payload: { status: next.to, ...columns(payload, at, actor) },
          },
        ],
        jobs:
          action === 'cancel' ? [] : [{ name: 'tell_about_referral', data: { referral: payload.referralId, kind: 'referral_answered' } }],
        result: { status: next.to },
      };
    },
    write({ subjectId, payload }) {
      const names = Object.keys(payload);
      return [
        {
          text: `update referrals.referral set ${names.map((n, i) => `${n} = $${i + 2}`).join(', ')} where id = $1`,
          values: [subjectId, ...names.map((n) => payload[n])],
        },
      ];
    },
  });
}

export const acceptReferral = answering('accept', acceptReferralSchema, ({ note }, at, actor) => ({
  answered_by: actor.userId,
  answered_at: at.toISOString(),
  answer_note: note ?? null,
}));
export const declineReferral = answering('decline', declineReferralSchema, ({ reason, note }, at, actor) => ({
  answered_by: actor.userId,
  answered_at: at.toISOString(),
  decline_reason: reason,
  answer_note: note ?? null,
}));
export const reportOutcome = answering('report_outcome', reportOutcomeSchema, ({ outcome, note }, at) => ({
  outcome,
  outcome_note: note ?? null,
  outcome_at: at.toISOString(),
}));
export const cancelReferral = answering('cancel', cancelReferralSchema, () => ({}));
