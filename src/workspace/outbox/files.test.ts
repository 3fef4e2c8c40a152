import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, nextStep } from './files.ts';
import { heldBack, neededBy, nextBatch, type OutboxEntry } from './order.ts';

const id = fc.constantFrom('a', 'b', 'c');
const change = fc.oneof(
  id.map((caseId) => ({ kind: 'cases.open', payload: { caseId: `case-${caseId}` } })),
  fc.tuple(id, fc.integer({ min: 0, max: 9 })).map(([caseId, n]) => ({
    kind: 'cases.attach',
    payload: { caseId: `case-${caseId}`, attachmentId: `attachment-${n}`, fileId: `file-${n}` },
  })),
  fc.tuple(id, fc.integer({ min: 0, max: 9 })).map(([caseId, n]) => ({
    kind: 'cases.remove_attachment',
    payload: { caseId: `case-${caseId}`, attachmentId: `attachment-${n}` },
  })),
  id.map((visitId) => ({ kind: 'desk.record_visit', payload: { visitId } })),
);
const device = fc
  .record({
    drafts: fc.array(
      fc.record({
        change,
        userId: fc.constantFrom('amina', 'amina', 'said'),
        organizationId: fc.constantFrom('oujda', 'oujda', 'nador'),
        state: fc.constantFrom('waiting' as const, 'waiting' as const, 'refused' as const),
      }),
      { maxLength: 20 },
    ),
    unsent: fc.uniqueArray(fc.integer({ min: 0, max: 9 })),
    late: fc.uniqueArray(fc.integer({ min: 0, max: 19 })),
  })
  .map(({ drafts, unsent, late }) => ({
    entries: drafts.map(
      ({ change, ...rest }, seq): OutboxEntry => ({ ...change, ...rest, seq, id: `command-${seq}`, at: '2026-07-01T09:00:00.000Z' }),
    ),
    unsent: new Set(unsent.map((n) => `file-${n}`)),
    late: new Set(late.map((seq) => `command-${seq}`)),
  }));
const none: ReadonlySet<string> = new Set();

describe('a change that names a file', () => {
  it('is never posted before its file has gone', () => {
    fc.assert(
      fc.property(device, ({ entries, unsent, late }) => {
        const step = nextStep(entries, 'amina', unsent, late);
        if ('post' in step) expect(step.post.filter((e) => unsent.has(fileOf(e) ?? ''))).toEqual([]);
        else expect(unsent.has(fileOf(step.sendFileOf) ?? '')).toBe(true);
      }),
    );
  });

  it('keeps its turn: neither its file nor a later change goes while an earlier one may', () => {
    fc.assert(
      fc.property(device, ({ entries, unsent }) => {
        const inTurn = nextBatch(entries, 'amina');
        const step = nextStep(entries, 'amina', unsent, none);
        const goes = 'post' in step ? step.post : [step.sendFileOf];
        expect(goes).toEqual(inTurn.slice(0, goes.length));
        expect(goes.length > 0).toBe(inTurn.length > 0);
      }),
    );
  });

  it('that cannot go now holds back what rests on it and nothing else', () => {
    fc.assert(
      fc.property(device, ({ entries, late }) => {
        const waiting = entries.filter((e) => e.userId === 'amina' && e.state === 'waiting');
        const isLate = waiting.filter((e) => late.has(e.id));
        const held = heldBack(
          entries.filter((e) => e.userId === 'amina').map((e) => (late.has(e.id) ? { ...e, state: 'refused' as const } : e)),
        );
        const may = waiting.filter((e) => !late.has(e.id) && !held.has(e.id));
        const step = nextStep(entries, 'amina', none, late);
        const goes = 'post' in step ? step.post : [step.sendFileOf];
        expect(goes.filter((e) => isLate.includes(e))).toEqual([]);
        expect(goes.length > 0).toBe(may.length > 0);
        for (const sent of goes) {
          const lateBefore = isLate.filter((e) => e.seq < sent.seq && e.kind === 'cases.attach').map((e) => e.payload.attachmentId);
          expect(neededBy(sent).some((needed) => lateBefore.includes(needed))).toBe(false);
        }
      }),
    );
  });

  it('goes in the end: files and changes by turns, each file once, each change once, all in the order they were made', () => {
    fc.assert(
      fc.property(device, ({ entries, unsent }) => {
        const left = new Set(unsent);
        let here = entries;
        const posted: number[] = [];
        for (let steps = 0; steps < 100; steps++) {
          const step = nextStep(here, 'amina', left, none);
          if ('sendFileOf' in step) {
            expect(left.delete(fileOf(step.sendFileOf) ?? '')).toBe(true);
            continue;
          }
          if (step.post.length === 0) break;
          posted.push(...step.post.map((e) => e.seq));
          here = here.filter((e) => !step.post.includes(e));
        }
        const mine = entries.filter((e) => e.userId === 'amina');
        const held = heldBack(mine);
        const could = mine.filter((e) => e.state === 'waiting' && !held.has(e.id)).map((e) => e.seq);
        expect(posted).toEqual(could);
      }),
    );
  });
});

it('a visit is recorded while a photograph before it cannot go, and the removal of that photograph waits with it', () => {
  const base = { userId: 'amina', organizationId: 'oujda', at: '2026-07-01T09:00:00.000Z', state: 'waiting' as const };
  const entries: OutboxEntry[] = [
    { ...base, seq: 1, id: '1', kind: 'cases.attach', payload: { caseId: 'c', attachmentId: 'a', fileId: 'f' } },
    { ...base, seq: 2, id: '2', kind: 'desk.record_visit', payload: { visitId: 'v' } },
    { ...base, seq: 3, id: '3', kind: 'cases.remove_attachment', payload: { caseId: 'c', attachmentId: 'a' } },
  ];
  expect(nextStep(entries, 'amina', new Set(['f']), none)).toMatchObject({ sendFileOf: { id: '1' } });
  expect(nextStep(entries, 'amina', new Set(['f']), new Set(['1']))).toMatchObject({ post: [{ id: '2' }] });
});
