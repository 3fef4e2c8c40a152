import type { ComponentProps } from 'react';
import { useT } from '../../../../workspace/language.tsx';
import { ThreadPage } from '../../../screens/parts/thread-page.tsx';

/** A screen one comes to from the list of meetings. */
export function MeetingsPage(page: Omit<ComponentProps<typeof ThreadPage>, 'back'>) {
  const t = useT();
  return <ThreadPage back={{ to: '/thread/meetings', label: t('meeting.back') }} {...page} />;
}
