import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { findKept, forget, keep } from './device.ts';
import { actFor, ask, isOffline, isSignedOut } from './http.ts';
import { chosenLanguage, isLanguage, useLanguage } from './language.tsx';
import type { OutboxEntry } from './outbox/order.ts';
import type { WorkLanguage } from './texts.ts';
import { type Author, type Change, startSender, write } from './outbox/sender.ts';
import { useOutbox } from './outbox/use-outbox.ts';

export type Role = 'agent' | 'cell_manager' | 'partner' | 'plan_officer' | 'project_holder' | 'programme' | 'coordinator' | 'administrator';
export interface Membership {
  organizationId: string;
  organizationName: string;
  role: Role;
}
export interface Me {
  user: { id: string; name: string; email: string; language: string };
  memberships: Membership[];
}
interface Session {
  status: 'loading' | 'failed' | 'signed-out' | 'expired' | 'signed-in';
  me: Me | undefined;
  organizationId: string | undefined;
  roles: ReadonlySet<Role>;
  outbox: OutboxEntry[];
  actAs: (organizationId: string) => void;
  send: (...changes: Change[]) => Promise<void>;
  /** Asks again who is signed in, and says who. */
  refresh: () => Promise<Me | undefined>;
  signOut: (everywhere?: boolean) => Promise<void>;
}
const SessionContext = createContext<Session | undefined>(undefined);
const keptMe = 'me';

/** Who is signed in. Without a network the last known answer stands, so the desk opens offline. */
async function findMe(language: WorkLanguage): Promise<Me | null> {
  try {
    const me = await ask<Me>('/api/me', { language });
    await keep(keptMe, me);
    return me;
  } catch (error) {
    if (isSignedOut(error)) return null;
    const last = isOffline(error) ? await findKept<Me>(keptMe) : undefined;
    if (last) return last;
    throw error;
  }
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { language, setLanguage } = useLanguage();
  // The language in which organisations were last named.
  const named = useRef(language);
  /** Until a language is chosen on this device it speaks the account's own, before the first screen is seen. */
  async function findMeSpeaking(): Promise<Me | null> {
    const me = await findMe(language);
    const own = me?.user.language;
    if (chosenLanguage() || !isLanguage(own) || own === language) return me;
    named.current = own;
    await setLanguage(own);
    return findMe(own);
  }
  const query = useQuery({ queryKey: ['me'], queryFn: findMeSpeaking, retry: false, staleTime: 5 * 60_000, networkMode: 'always' });
  const me = query.data ?? undefined;
  const userId = me?.user.id;
  const [endedFor, setEndedFor] = useState<string>();
  const expired = endedFor !== undefined && endedFor === userId;
  const [chosen, setChosen] = useState(() => localStorage.getItem('istiqbal.organization') ?? undefined);
  const organizationId = (me?.memberships.find((m) => m.organizationId === chosen) ?? me?.memberships[0])?.organizationId;
  // Before the children's first request, not in an effect after it.
  actFor(organizationId);
  const outbox = useOutbox(userId);
  const [settled, setSettled] = useState(0);
  const worksAtDesk = me?.memberships.some((m) => m.organizationId === organizationId && (m.role === 'agent' || m.role === 'cell_manager'));

  useEffect(() => {
    if (!userId || expired) return;
    return startSender(userId, {
      onSettled: () => {
        void queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'me' });
        setSettled((times) => times + 1);
      },
      onSignedOut: () => setEndedFor(userId),
    });
  }, [userId, expired, queries]);

  // Someone may have been erased while this device was away or wrote about them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is done again after each change that reached the server.
  useEffect(() => {
    if (worksAtDesk && !expired) void import('./erased.ts').then(({ letGoOfErased }) => letGoOfErased());
  }, [worksAtDesk, organizationId, expired, settled]);

  useEffect(() => {
    if (named.current === language) return;
    named.current = language;
    void queries.invalidateQueries({ queryKey: ['me'] });
  }, [language, queries]);

  const session = useMemo<Session>(() => {
    const author: Author | undefined = userId && organizationId ? { userId, organizationId } : undefined;
    const failed = query.isError && !me;
    return {
      status: query.isPending ? 'loading' : failed ? 'failed' : expired ? 'expired' : me ? 'signed-in' : 'signed-out',
      me,
      organizationId,
      roles: new Set(me?.memberships.filter((m) => m.organizationId === organizationId).map((m) => m.role)),
      outbox: outbox ?? [],
      actAs: (id) => {
        localStorage.setItem('istiqbal.organization', id);
        setChosen(id);
        actFor(id);
        void queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'me' });
      },
      send: async (...changes) => {
        if (!author) throw new Error('a change needs someone who makes it');
        await write(author, changes);
      },
      refresh: async () => {
        queries.removeQueries({ predicate: (q) => q.queryKey[0] !== 'me' });
        await queries.refetchQueries({ queryKey: ['me'] });
        setEndedFor(undefined);
        return queries.getQueryData<Me | null>(['me']) ?? undefined;
      },
      signOut: async (everywhere = false) => {
        if (everywhere) await ask('/api/auth/revoke-sessions', { method: 'POST', body: {} });
        await ask('/api/auth/sign-out', { method: 'POST', body: {} }).catch((error: unknown) => {
          // Revoked a moment ago: signing out again is then refused, and that is what was wanted.
          if (!everywhere || !isSignedOut(error)) throw error;
        });
        await forget(keptMe);
        queries.removeQueries({ predicate: (q) => q.queryKey[0] !== 'me' });
        queries.setQueryData(['me'], null);
        setEndedFor(undefined);
      },
    };
  }, [query.isPending, query.isError, me, userId, organizationId, outbox, expired, queries]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs SessionProvider above it');
  return session;
}
