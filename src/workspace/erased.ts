import { device } from './device.ts';
import { ask, Problem } from './http.ts';
import { fileOf } from './outbox/files.ts';

const identifiers = (value: unknown): string[] =>
  JSON.stringify(value).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
/** So many may be asked at once. */
const atOnce = 500;

/** Of what this device holds the identifiers that belong to a file erased at the person's request. */
async function findErased(held: readonly unknown[]): Promise<Set<string>> {
  const ids = [...new Set(held.flatMap(identifiers))];
  const erased = new Set<string>();
  for (let from = 0; from < ids.length; from += atOnce) {
    const body = { ids: ids.slice(from, from + atOnce) };
    for (const id of (await ask<{ ids: string[] }>('/api/people/erased', { method: 'POST', body })).ids) erased.add(id);
  }
  return erased;
}

/**
 * Lets go of drafts and refused changes about someone whose file was erased, whoever wrote them on this device. A change on its way
 * is sent first: the server refuses it. Of a refused one its kind and day stay, so that whoever wrote it learns what became of it.
 */
export async function letGoOfErased(): Promise<void> {
  try {
    const [kept, outbox] = await device.read(['kept', 'outbox'], async (stores) => [await stores.kept.all(), await stores.outbox.all()]);
    const drafts = kept.filter(({ key }) => key.startsWith('draft:'));
    const refused = outbox.filter(({ state }) => state === 'refused');
    const erased = await findErased([...drafts, ...refused.map(({ payload }) => payload)]);
    if (erased.size === 0) return;
    const isAbout = (value: unknown): boolean => identifiers(value).some((id) => erased.has(id));
    await device.write(['kept', 'outbox', 'files'], async (stores) => {
      for (const draft of drafts.filter(isAbout)) await stores.kept.delete(draft.key);
      for (const entry of refused.filter(({ payload }) => isAbout(payload))) {
        const file = fileOf(entry);
        if (file) await stores.files.delete(file);
        const { fields: _, ...rest } = entry;
        await stores.outbox.put({ ...rest, payload: {}, code: 'file_erased' });
      }
    });
  } catch (error) {
    // Without a network the next opening does it.
    if (error instanceof Problem) console.error('this device could not ask who was erased', error.code);
  }
}
