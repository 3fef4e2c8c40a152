import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../platform/commands/contract.ts';
import { heldBack, isFinal, madeBy, neededBy, nextBatch, type OutboxEntry, retryDelay, settle } from './order.ts';

const ids = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...ids);
const payload = fc.oneof(
  id.map((visitId) => ({ kind: 'desk.record_visit', payload: { visitId } })),
  id.map((visitId) => ({ kind: 'desk.orient', payload: { visitId } })),
  fc.tuple(id, id).map(([caseId, visitId]) => ({ kind: 'cases.open', payload: { caseId: `case-${caseId}`, visitId } })),
  fc.tuple(id, id).map(([caseId, consentId]) => ({
    kind: 'people.record_consent',
    payload: { caseId: `case-${caseId}`, consentId: `consent-${consentId}` },
  })),
  fc.tuple(id, id).map(([caseId, consentId]) => ({
    kind: 'referrals.send',
    payload: { caseId: `case-${caseId}`, consentId: `consent-${consentId}`, referralId: `referral-${caseId}` },
  })),
  id.map((personId) => ({ kind: 'people.record', payload: { personId: `person-${personId}` } })),
  fc.tuple(id, id).map(([caseId, personId]) => ({
    kind: 'cases.open',
    payload: { caseId: `case-${caseId}`, person: { personId: `person-${personId}`, name: 'Testa' } },
  })),
  fc.tuple(id, id).map(([caseId, personId]) => ({
    kind: 'cases.name_person',
    payload: { caseId: `case-${caseId}`, personId: `person-${personId}` },
  })),
  fc.tuple(id, id).map(([caseId, stepId]) => ({
    kind: 'cases.add_step',
    payload: { caseId: `case-${caseId}`, stepId: `step-${stepId}` },
  })),
  fc.tuple(id, id).map(([caseId, stepId]) => ({
    kind: 'cases.end_step',
    payload: { caseId: `case-${caseId}`, stepId: `step-${stepId}`, ending: 'done' },
  })),
  fc.tuple(id, id, id).map(([kept, merged, merge]) => ({
    kind: 'people.merge',
    payload: { mergeId: `merge-${merge}`, keptId: `person-${kept}`, mergedId: `person-${merged}` },
  })),
  id.map((merge) => ({ kind: 'people.undo_merge', payload: { mergeId: `merge-${merge}` } })),
);
const outbox = fc
  .array(
    fc.record({
      change: payload,
      userId: fc.constantFrom('amina', 'said'),
      organizationId: fc.constantFrom('oujda', 'nador'),
      state: fc.constantFrom('waiting' as const, 'waiting' as const, 'refused' as const),
    }),
    { maxLength: 25 },
  )
  .map((drafts) =>
    drafts.map(
      ({ change, ...rest }, seq): OutboxEntry => ({ ...change, ...rest, seq, id: `command-${seq}`, at: '2026-07-01T09:00:00.000Z' }),
    ),
  );
const shuffled = outbox.chain((entries) =>
  fc.shuffledSubarray(entries, { minLength: entries.length }).map((mixed) => ({ entries, mixed })),
);

describe('what leaves the device next', () => {
  it('is never sent under another user', () => {
    fc.assert(fc.property(outbox, (entries) => nextBatch(entries, 'amina').every((e) => e.userId === 'amina' && e.state === 'waiting')));
  });
  it('is for one organisation at a time', () => {
    fc.assert(fc.property(outbox, (entries) => new Set(nextBatch(entries, 'amina').map((e) => e.organizationId)).size <= 1));
  });
  it('goes in the order it was written, however the device lists it', () => {
    fc.assert(
      fc.property(shuffled, ({ entries, mixed }) => {
        const batch = nextBatch(mixed, 'amina');
        expect(batch).toEqual(nextBatch(entries, 'amina'));
        expect(batch.map((e) => e.seq)).toEqual(batch.map((e) => e.seq).sort((a, b) => a - b));
      }),
    );
  });
  it('never overtakes something it rests on', () => {
    fc.assert(
      fc.property(outbox, (entries) => {
        const mine = entries.filter((e) => e.userId === 'amina');
        const held = heldBack(mine);
        const batch = nextBatch(entries, 'amina');
        const later = mine.filter((e) => e.state === 'waiting' && !held.has(e.id) && !batch.includes(e));
        const last = Math.max(-1, ...batch.map((e) => e.seq));
        expect(later.every((e) => e.seq > last)).toBe(true);
      }),
    );
  });
  it('never rests on what was refused', () => {
    fc.assert(
      fc.property(outbox, (entries) => {
        for (const sent of nextBatch(entries, 'amina')) {
          const before = entries.filter((e) => e.userId === 'amina' && e.seq < sent.seq && e.state === 'refused');
          const neverMade = before.flatMap(madeBy);
          expect(neededBy(sent).filter((needed) => neverMade.includes(needed))).toEqual([]);
        }
      }),
    );
  });
  it('always moves on: when something may be sent, something is', () => {
    fc.assert(
      fc.property(outbox, (entries) => {
        const mine = entries.filter((e) => e.userId === 'amina');
        const may = mine.filter((e) => e.state === 'waiting' && !heldBack(mine).has(e.id));
        expect(nextBatch(entries, 'amina').length > 0).toBe(may.length > 0);
      }),
    );
  });
});

describe('a refused visit', () => {
  const entry = (seq: number, kind: string, content: Record<string, unknown>, state: OutboxEntry['state'] = 'waiting'): OutboxEntry => ({
    seq,
    id: `command-${seq}`,
    userId: 'amina',
    organizationId: 'oujda',
    kind,
    at: '2026-07-01T09:00:00.000Z',
    payload: content,
    state,
  });
  const entries = [
    entry(1, 'desk.record_visit', { visitId: 'v1' }, 'refused'),
    entry(2, 'desk.orient', { visitId: 'v1' }),
    entry(3, 'cases.open', { visitId: 'v1', caseId: 'c1' }),
    entry(4, 'people.record_consent', { caseId: 'c1', consentId: 'k1' }),
    entry(5, 'desk.record_visit', { visitId: 'v2' }),
  ];
  it('holds back what rests on it, step by step, and lets the next visitor through', () => {
    expect(nextBatch(entries, 'amina').map((e) => e.seq)).toEqual([5]);
    expect([...heldBack(entries)]).toEqual(['command-2', 'command-3', 'command-4']);
  });
  it('lets everything go once it is corrected', () => {
    const corrected = entries.map((e) => ({ ...e, state: 'waiting' as const }));
    expect(nextBatch(corrected, 'amina').map((e) => e.seq)).toEqual([1, 2, 3, 4, 5]);
  });
});

it('a person who was to come with a case is missing when the case is refused', () => {
  const base = { userId: 'amina', organizationId: 'oujda', at: '2026-07-01T09:00:00.000Z' };
  const entries: OutboxEntry[] = [
    { ...base, seq: 1, id: '1', kind: 'cases.open', payload: { caseId: 'c1', person: { personId: 'p1' } }, state: 'refused' },
    { ...base, seq: 2, id: '2', kind: 'people.change', payload: { personId: 'p1' }, state: 'waiting' },
    { ...base, seq: 3, id: '3', kind: 'cases.add_note', payload: { caseId: 'c1', noteId: 'n1' }, state: 'waiting' },
    { ...base, seq: 4, id: '4', kind: 'people.merge', payload: { mergeId: 'm1', keptId: 'p2', mergedId: 'p1' }, state: 'waiting' },
    { ...base, seq: 5, id: '5', kind: 'people.undo_merge', payload: { mergeId: 'm1' }, state: 'waiting' },
    { ...base, seq: 6, id: '6', kind: 'people.change', payload: { personId: 'p2' }, state: 'waiting' },
  ];
  expect([...heldBack(entries)]).toEqual(['2', '3', '4', '5']);
  expect(nextBatch(entries, 'amina').map((e) => e.seq)).toEqual([6]);
});

describe('the server’s answers', () => {
  it('settle each sent change once, and a change without an answer goes on waiting', () => {
    fc.assert(
      fc.property(outbox, fc.infiniteStream(fc.constantFrom('done', 'refused', 'none')), (entries, fates) => {
        const answers = entries.flatMap((e): Answer[] => {
          const fate = fates.next().value;
          if (fate === 'none') return [];
          return fate === 'done' ? [{ id: e.id, status: 'done', result: {} }] : [{ id: e.id, status: 'refused', code: 'not_found' }];
        });
        const { done, refused } = settle(entries, [...answers, ...answers, { id: 'stranger', status: 'done', result: {} }]);
        expect([...done, ...refused.map((r) => r.id)].sort()).toEqual(answers.map((a) => a.id).sort());
      }),
    );
  });
  it('are asked for again after a pause that grows to a minute', () => {
    expect([1, 2, 3, 7, 100].map(retryDelay)).toEqual([1000, 2000, 4000, 60_000, 60_000]);
  });
  it('that signing in or waiting can change are not final', () => {
    expect([400, 403, 413, 422].every(isFinal)).toBe(true);
    expect([401, 408, 429, 500, 503].some(isFinal)).toBe(false);
  });
});
