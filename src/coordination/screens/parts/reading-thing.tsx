import type { ReactNode } from 'react';
import { useT } from '../../../workspace/language.tsx';
import { ThreadPage } from './thread-page.tsx';
import { useOne } from './use-one.tsx';

interface ReadingThingProps<T> {
  kind: 'recommendations' | 'actions' | 'findings';
  children: (thing: T) => ReactNode;
}

/** One thing of the thread, whether the server has it yet or only this device. */
export function ReadingThing<T>({ kind, children }: ReadingThingProps<T>) {
  const t = useT();
  const found = useOne<T>(kind);
  return 'one' in found ? children(found.one) : <ThreadPage title={t(`thread.one.${kind}`)}>{found.waiting}</ThreadPage>;
}
