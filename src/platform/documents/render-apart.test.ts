import { expect, it } from 'vitest';
import { renderPdfApart, TooBusy } from './index.ts';

const template = `#let data = json(bytes(sys.inputs.data))
#for i in range(data.pages) [Page #i #pagebreak(weak: true)]`;

it('a long document is made while this thread goes on', async () => {
  let turns = 0;
  const turning = setInterval(() => {
    turns++;
  }, 1);
  const pdf = await renderPdfApart(template, { pages: 400 });
  clearInterval(turning);
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  expect(turns).toBeGreaterThan(5);
});

it('a wrong template harms only itself', async () => {
  await expect(renderPdfApart('#nothing-here', {})).rejects.toThrow(/nothing-here/);
  await expect(renderPdfApart(template, { pages: 1 })).resolves.toBeInstanceOf(Uint8Array);
});

it('who asks when too many wait is told so at once, and those who wait are served', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 10 }, () => renderPdfApart(template, { pages: 2 })));
  expect(asked.filter((one) => one.status === 'fulfilled').length).toBe(6);
  for (const one of asked) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(TooBusy);
});
