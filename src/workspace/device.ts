import Dexie, { type Table } from 'dexie';
import type { OutboxFile } from './outbox/files.ts';
import type { OutboxEntry } from './outbox/order.ts';

interface Kept {
  key: string;
  value: unknown;
}

/** What this device holds: changes not yet sent with the files they name, and drafts not yet finished. Keys of drafts begin with the user's id. */
class Device extends Dexie {
  declare outbox: Table<OutboxEntry, number, Omit<OutboxEntry, 'seq'> & { seq?: number }>;
  declare files: Table<OutboxFile, string>;
  declare kept: Table<Kept, string>;
  constructor() {
    super('istiqbal');
    this.version(1).stores({ outbox: '++seq, &id, userId', kept: 'key' });
    this.version(2).stores({ files: 'id' });
  }
}
export const device = new Device();

export async function keep(key: string, value: unknown): Promise<void> {
  await device.kept.put({ key, value });
}
/** The kept value as it was put; the caller knows its shape because it chose the key. */
export async function findKept<T>(key: string): Promise<T | undefined> {
  return (await device.kept.get(key))?.value as T | undefined;
}
export async function forget(key: string): Promise<void> {
  await device.kept.delete(key);
}
