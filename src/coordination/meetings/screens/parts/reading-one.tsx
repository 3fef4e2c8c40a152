import type { ReactNode } from 'react';
import { useT } from '../../../../workspace/language.tsx';
import { useOne } from '../../../screens/parts/use-one.tsx';
import { MeetingsPage } from './meetings-page.tsx';

interface ReadingOneProps<T> {
  kind: 'meetings' | 'bodies';
  children: (thing: T) => ReactNode;
}

/** One meeting or body, whether the server has it yet or only this device. */
export function ReadingOne<T>({ kind, children }: ReadingOneProps<T>) {
  const t = useT();
  const found = useOne<T>(kind);
  return 'one' in found ? children(found.one) : <MeetingsPage title={t(`meeting.one.${kind}`)}>{found.waiting}</MeetingsPage>;
}
