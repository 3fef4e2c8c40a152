import { z } from 'zod';
import { priorities } from '../cases/lists.ts';
import { freeText } from '../platform/commands/contract.ts';

export { priorities };
export const declineReasons = [
  'no_place',
  'not_eligible',
  'outside_area',
  'not_our_mission',
  'unreachable',
  'missing_information',
  'other',
] as const;
export const referralOutcomes = ['service_received', 'partly_received', 'did_not_come', 'no_longer_needed', 'sent_elsewhere'] as const;
export const referralStatuses = ['sent', 'accepted', 'declined', 'completed', 'cancelled', 'withdrawn'] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

export const sendReferralSchema = z.strictObject({
  referralId: z.uuid(),
  caseId: z.uuid(),
  consentId: z.uuid(),
  serviceId: z.uuid().optional(),
  priority: z.enum(priorities),
  reason: freeText(2000).min(1),
});
export const acceptReferralSchema = z.strictObject({ referralId: z.uuid(), note: freeText(2000).optional() });
export const declineReferralSchema = z.strictObject({
  referralId: z.uuid(),
  reason: z.enum(declineReasons),
  note: freeText(2000).optional(),
});
export const reportOutcomeSchema = z.strictObject({
  referralId: z.uuid(),
  outcome: z.enum(referralOutcomes),
  note: freeText(2000).optional(),
});
export const cancelReferralSchema = z.strictObject({ referralId: z.uuid() });

export interface ReferralRow {
  id: string;
  reference: string;
  status: ReferralStatus;
  priority: string;
  reason: string;
  shared: Record<string, unknown>;
  senderName: string;
  receiverName: string;
  serviceName: string | null;
  caseId: string;
  sentAt: string;
  answerDueAt: string;
  late: boolean;
  declineReason: string | null;
  answerNote: string | null;
  outcome: string | null;
  outcomeNote: string | null;
}
