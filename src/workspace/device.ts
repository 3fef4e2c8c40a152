import { openDevice } from './device-database.ts';
import type { OutboxFile } from './outbox/files.ts';
import type { OutboxEntry } from './outbox/order.ts';

interface Kept {
  key: string;
  value: unknown;
}

/** What this device holds: changes not yet sent with the files they name, and drafts not yet finished. Keys of drafts begin with the user's id. */
export const device = openDevice<{ outbox: OutboxEntry; files: OutboxFile; kept: Kept }>('istiqbal', 20, (database) => {
  const has = (name: string): boolean => database.objectStoreNames.contains(name);
  if (!has('outbox')) {
    const outbox = database.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true });
    outbox.createIndex('id', 'id', { unique: true });
    outbox.createIndex('userId', 'userId');
  }
  if (!has('kept')) database.createObjectStore('kept', { keyPath: 'key' });
  if (!has('files')) database.createObjectStore('files', { keyPath: 'id' });
});

export async function keep(key: string, value: unknown): Promise<void> {
  await device.write(['kept'], ({ kept }) => kept.put({ key, value }));
}
/** The kept value as it was put; the caller knows its shape because it chose the key. */
export async function findKept<T>(key: string): Promise<T | undefined> {
  return device.read(['kept'], async ({ kept }) => (await kept.get(key))?.value as T | undefined);
}
export async function forget(key: string): Promise<void> {
  await device.write(['kept'], ({ kept }) => kept.delete(key));
}
