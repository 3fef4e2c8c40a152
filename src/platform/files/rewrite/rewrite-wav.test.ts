import { expect, it } from 'vitest';
import { buildWav } from '../../../testing/files.ts';
import { Refused } from './refused.ts';
import { rewriteWav } from './rewrite-wav.ts';

it('a recording keeps its sound and nothing that was written beside it', () => {
  const recorded = buildWav({ beside: 'INAM Testa Inventée, 34.68 N 1.91 W' });
  expect(recorded.toString('latin1')).toContain('34.68 N');
  const { type, bytes } = rewriteWav(recorded);
  expect(type).toBe('audio/wav');
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('34.68 N');
  expect(bytes.subarray(44)).toEqual(buildWav().subarray(44));
  // Written anew it stays the same.
  expect(rewriteWav(bytes).bytes).toEqual(bytes);
});

it.each([
  ['cut off', buildWav().subarray(0, 60), 'file_broken'],
  ['without sound', buildWav({ samples: 0 }), 'file_broken'],
  ['of two channels', buildWav({ channels: 2 }), 'file_wrong_kind'],
  ['compressed', buildWav({ coding: 0x55 }), 'file_wrong_kind'],
])('a recording %s is refused', (_name, bytes, code) => {
  expect(() => rewriteWav(bytes)).toThrow(new Refused(code as 'file_broken'));
});
