import { Fact } from '../../../../ui/card.tsx';
import { useDates, useT } from '../../../../workspace/language.tsx';
import { organizationKinds } from '../../../minutes/lists.ts';
import { useTold } from '../../../screens/parts/told.tsx';
import type { MeetingView } from '../../contract.ts';
import { sexes } from '../../lists.ts';

/** How many came: of which sex, from which kind of organisation, in which group. */
export function CameTotals({ it }: { it: MeetingView }) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const { all, sex, kind, group } = it.came;
  const lines = (counts: [label: string, count: number | undefined][]) =>
    counts.flatMap(([label, count]) => (count ? [`${label}${t('workspace.colon')}${dates.number(count)}`] : []));
  const known = organizationKinds.filter((each) => each !== 'other');
  const others = Object.entries(kind).reduce((sum, [key, count]) => (known.some((each) => each === key) ? sum : sum + count), 0);
  const bySex = lines(sexes.map((each) => [t(`meeting.sex.${each}`), sex[each]]));
  const byKind = lines([
    ...known.map((each): [string, number | undefined] => [t(`meeting.of.${each}`), kind[each]]),
    [t('meeting.of.other'), others],
  ]);
  const byGroup = lines(it.groups.map((each) => [told(each.title), group[each.id]]));
  return (
    <>
      <p className="text-lg font-bold">{t('meeting.came', { count: all })}</p>
      <dl className="grid gap-4 sm:grid-cols-3">
        {bySex.length > 0 && <Fact label={t('meeting.came.sex')}>{bySex.join('\n')}</Fact>}
        {byKind.length > 0 && <Fact label={t('meeting.came.kind')}>{byKind.join('\n')}</Fact>}
        {byGroup.length > 0 && <Fact label={t('meeting.came.group')}>{byGroup.join('\n')}</Fact>}
      </dl>
    </>
  );
}
