/**
 * Asks for many keys in one question. A lone caller is answered at once; those who come while a question is under way
 * share the next one, so nobody is given an answer older than their own asking.
 */
export function gather<K, V>(ask: (keys: K[]) => Promise<Map<K, V>>): (key: K) => Promise<V | undefined> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: { keys: Set<K>; answer: Promise<Map<K, V>> } | undefined;

  function open() {
    const keys = new Set<K>();
    const answer = underWay.then(() => {
      next = undefined;
      return ask([...keys]);
    });
    underWay = answer.catch(() => undefined);
    return { keys, answer };
  }
  return async (key) => {
    next ??= open();
    next.keys.add(key);
    return (await next.answer).get(key);
  };
}
