import { z } from 'zod';
import { line } from '../platform/commands/contract.ts';
import type { Actor } from '../platform/database/actor.ts';
import { roles } from '../platform/database/member-roles.ts';

export const languages = ['fr', 'ar', 'en', 'es', 'zgh'] as const;
/** The same limits at sign-in, invitation and change of password; no rule about kinds of characters (NIST SP 800-63B). */
export const passwordLength = { min: 10, max: 128 } as const;

/** One spelling per address, so that nobody is two users. */
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const name = line(120).pipe(z.string().min(1));
const language = z.enum(languages);
const token = z.string().min(20).max(100);

export const invitationSchema = z.object({ email, organizationId: z.uuid(), role: z.enum(roles) });
export type NewInvitation = z.infer<typeof invitationSchema>;
/** Into a cell: by its head for their own, by the programme for one that begins. */
export const teamInvitationSchema = z.object({ email, role: z.enum(['agent', 'cell_manager']), organizationId: z.uuid().optional() });

export const invitationTokenSchema = z.object({ token });
/** Someone who has an account already sends only the token. */
export const acceptanceSchema = z.object({
  token,
  name: name.optional(),
  password: z.string().min(passwordLength.min).max(passwordLength.max).optional(),
  language: language.optional(),
  /** Asked only of the first administrator of an empty installation. */
  email: email.optional(),
  organizationName: line(200).pipe(z.string().min(1)).optional(),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

export const profileSchema = z.object({ name: name.optional(), language: language.optional() });
/** `GET /api/me`; `acting` is null for someone whose memberships all ended. */
export interface Profile {
  user: { id: string; name: string; email: string; language: string };
  memberships: { organizationId: string; organizationName: string; role: Actor['role'] }[];
  acting: Actor | null;
}

export interface Invitation {
  id: string;
  email: string;
  organizationId: string | null;
  organizationName: string | null;
  role: (typeof roles)[number];
  createdAt: string;
  expiresAt: string;
  state: 'waiting' | 'accepted' | 'expired' | 'withdrawn';
}
/** What the holder of a link may know before accepting. */
export interface InvitationPreview {
  email: string | null;
  organizationName: string | null;
  role: (typeof roles)[number];
  hasAccount: boolean;
}
export interface Member {
  id: string;
  userId: string;
  name: string;
  email: string;
  organizationId: string;
  organizationName: string;
  role: (typeof roles)[number];
  createdAt: string;
  endedAt: string | null;
}
