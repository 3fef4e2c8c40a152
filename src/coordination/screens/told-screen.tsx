import { Card } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Done, useActs } from '../../workspace/acts.tsx';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { ToldChoice } from '../contract.ts';
import { digestRhythms } from '../lists.ts';
import { ThreadPage } from './parts/thread-page.tsx';

/** How often this person is told of what moved; chosen, it holds at once. */
export function ToldScreen() {
  const t = useT();
  const acts = useActs();
  const { me } = useSession();
  const query = useRead<ToldChoice>('/api/coordination/told');
  const lastChosen = acts.last?.changes[0]?.payload.rhythm;
  return (
    <ThreadPage
      title={t('thread.told.title')}
      intro={t('thread.told.intro', { name: me?.user.email ?? '' })}
      back={{ to: '/thread', label: t('thread.title') }}
    >
      <Done acts={acts} />
      <Reading query={query}>
        {({ rhythm }) => (
          <Card>
            <ChooseOne
              label={t('thread.told.how_often')}
              options={optionsOf(t, 'thread.told', digestRhythms)}
              value={digestRhythms.find((each) => each === lastChosen) ?? rhythm}
              onChange={(next) => acts.act({ kind: 'coordination.set_digest', payload: { rhythm: next } }, t('thread.told.done'))}
            />
          </Card>
        )}
      </Reading>
    </ThreadPage>
  );
}
