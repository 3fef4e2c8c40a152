/** IndexedDB with promises, and no more of it than the workspace asks: a library for it was a seventh of the first screen. */

type Key = string | number;
/** A new value of a store that numbers its own. */
type Unnumbered<T> = T extends { seq: number } ? Omit<T, 'seq'> : T;

/** One store inside a transaction. Await nothing but these there: a transaction that is asked nothing more ends. */
export class Store<T> {
  readonly #store: IDBObjectStore;
  constructor(store: IDBObjectStore) {
    this.#store = store;
  }
  get = (key: Key): Promise<T | undefined> => answerOf(this.#store.get(key));
  all = (): Promise<T[]> => answerOf(this.#store.getAll());
  ofIndex = (index: string, key: Key): Promise<T[]> => answerOf(this.#store.index(index).getAll(key));
  /** Fails, and the transaction with it, where the key is taken. */
  add = async (value: Unnumbered<T>): Promise<void> => void (await answerOf(this.#store.add(value)));
  put = async (value: T): Promise<void> => void (await answerOf(this.#store.put(value)));
  delete = async (key: Key): Promise<void> => void (await answerOf(this.#store.delete(key)));
}

const answerOf = <A>(request: IDBRequest<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export interface Database<Stores extends object> {
  /** Does all of `work` or none of it, in the stores it names. */
  write<const N extends keyof Stores & string, R>(names: readonly N[], work: (stores: Pick<Opened<Stores>, N>) => Promise<R>): Promise<R>;
  read<const N extends keyof Stores & string, R>(names: readonly N[], work: (stores: Pick<Opened<Stores>, N>) => Promise<R>): Promise<R>;
  /** Calls when something was written into a store, in this tab or another. Returns how to stop it. */
  watch(store: keyof Stores & string, listener: () => void): () => void;
}
type Opened<Stores> = { [N in keyof Stores]: Store<Stores[N]> };

/** A database by name; `upgrade` brings one of an older version to this one. */
export function openDevice<Stores extends object>(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase) => void,
): Database<Stores> {
  let opening: Promise<IDBDatabase> | undefined;
  const listeners = new Set<{ store: string; listener: () => void }>();
  const otherTabs = new BroadcastChannel(name);
  const tell = (written: readonly string[]): void => {
    for (const { store, listener } of listeners) if (written.includes(store)) listener();
  };
  otherTabs.onmessage = (event: MessageEvent<string[]>) => tell(event.data);

  function open(): Promise<IDBDatabase> {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, version);
      request.onupgradeneeded = () => upgrade(request.result);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        const close = (): void => {
          database.close();
          opening = undefined;
        };
        // Another tab brings a newer version, or the browser took the storage away: the next question opens it again.
        database.onversionchange = close;
        database.onclose = close;
        resolve(database);
      };
    }).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  async function run<N extends keyof Stores & string, R>(
    names: readonly N[],
    mode: IDBTransactionMode,
    work: (stores: Pick<Opened<Stores>, N>) => Promise<R>,
  ): Promise<R> {
    const transaction = (await open()).transaction(names, mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the device did not keep it'));
    });
    const stores = Object.fromEntries(names.map((store) => [store, new Store(transaction.objectStore(store))]));
    try {
      const result = await work(stores as unknown as Pick<Opened<Stores>, N>);
      await ended;
      return result;
    } catch (error) {
      // What the database refuses takes the rest back by itself; a mistake of ours does not.
      if (!(error instanceof DOMException)) transaction.abort();
      await ended.catch(() => undefined);
      throw error;
    }
  }

  return {
    read: (names, work) => run(names, 'readonly', work),
    async write(names, work) {
      const result = await run(names, 'readwrite', work);
      tell(names);
      otherTabs.postMessage(names);
      return result;
    },
    watch(store, listener) {
      const watched = { store, listener };
      listeners.add(watched);
      return () => void listeners.delete(watched);
    },
  };
}
