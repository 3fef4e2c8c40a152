import { Link } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/card.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useLanguage } from '../../../workspace/language.tsx';
import type { Overlap, Told } from '../../contract.ts';
import { useStanding } from '../standing.ts';
import { Words } from './told.tsx';
import { StatusBadge } from './badges.tsx';

interface OverlapsProps {
  overlaps: readonly Overlap[];
  /** What is meant here, by its name so far. */
  title: Told | undefined;
  acts: Acts;
}

/** Others do the same at the same place and time: said calmly, with a way to do it together in one press. Nothing is held back. */
export function Overlaps({ overlaps, title, acts }: OverlapsProps) {
  const { t, language } = useLanguage();
  const { isSpeaker } = useStanding();
  if (overlaps.length === 0) return null;
  const mayOffer = ({ joined }: Overlap) => isSpeaker && (joined === null || joined === 'declined' || joined === 'withdrawn');
  const nameOf = ({ owner }: Overlap) => owner?.name ?? t('thread.owner.region');
  const offer = (overlap: Overlap) => {
    const name = title?.[language] ?? Object.values(title ?? {}).find(Boolean);
    const does = { [language]: name ? t('thread.overlap.does', { name }) : t('thread.overlap.does.unnamed') };
    return acts.act(
      { kind: 'coordination.offer_to_join', payload: { commitmentId: uuidv7(), actionId: overlap.id, does } },
      t('thread.overlap.offered', { name: nameOf(overlap) }),
    );
  };
  return (
    <Notice>
      <p className="font-semibold">{t('thread.overlap', { count: overlaps.length })}</p>
      {overlaps.some(mayOffer) && <p>{t('thread.overlap.hint')}</p>}
      <ul className="flex flex-col gap-2">
        {overlaps.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span>
              <Link to={`/thread/actions/${each.id}`} className="font-semibold text-primary underline underline-offset-4">
                <Words told={each.title} />
              </Link>{' '}
              – <bdi>{nameOf(each)}</bdi>
            </span>
            {each.joined !== null && <StatusBadge of="joined" status={each.joined} />}
            {each.reason && (
              <p dir="auto" className="basis-full text-sm">
                {each.reason}
              </p>
            )}
            {mayOffer(each) && (
              <Button
                className="no-print"
                isDisabled={acts.isSending('coordination.offer_to_join', { actionId: each.id })}
                onPress={() => offer(each)}
              >
                {t(each.joined === null ? 'thread.overlap.offer' : 'thread.overlap.offer_again')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
