import { memo, useMemo } from 'react';
import { Card } from '../../ui/card.tsx';
import { ChooseMany, ChooseOne } from '../../ui/choice.tsx';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { useShown } from '../../workspace/shown.ts';
import { ageBands, audiences, channels, exchangeLanguages, needs, sexes } from '../lists.ts';
import type { VisitDraft } from './visit-draft.ts';

type Change = (part: Partial<VisitDraft>) => void;

/** What brings the person. */
const Needs = memo(function Needs({ value, error, change }: { value: VisitDraft['needs']; error?: string | undefined; change: Change }) {
  const t = useT();
  const [shown, choose] = useShown(value, (chosen) => change({ needs: chosen }));
  return (
    <ChooseMany
      label={t('desk.needs')}
      hint={t('desk.needs.hint')}
      error={error && t(error)}
      size="tile"
      options={optionsOf(t, 'need', needs)}
      value={shown}
      onChange={choose}
      isRequired
      isLongList
    />
  );
});

/** The questions with one answer: which words name its answers, and how they stand. */
const questions = {
  audience: { label: 'desk.audience', family: 'audience', values: audiences, size: 'tile' },
  language: { label: 'desk.language', family: 'language', values: exchangeLanguages, size: 'pill' },
  sex: { label: 'desk.sex', family: 'sex', values: sexes, size: 'pill' },
  ageBand: { label: 'desk.age', family: 'age', values: ageBands, size: 'pill' },
  channel: { label: 'desk.channel', family: 'channel', values: channels, size: 'pill' },
} as const;
type Asked = keyof typeof questions;

/** One question. It is drawn again only when its own answer changes: on an old computer all of them at each tick are felt. */
const One = memo(function One({
  field,
  value,
  error,
  change,
}: {
  field: Asked;
  value: string;
  error?: string | undefined;
  change: Change;
}) {
  const t = useT();
  const { label, family, values, size } = questions[field];
  const [shown, choose] = useShown(value, (chosen) => change({ [field]: chosen }));
  const options = useMemo(() => optionsOf<string>(t, family, values), [t, family, values]);
  return (
    <ChooseOne
      label={t(label)}
      error={error && t(error)}
      size={size}
      options={options}
      value={shown}
      onChange={choose}
      isRequired={field === 'audience'}
    />
  );
});

interface WhoProps {
  draft: VisitDraft;
  change: Change;
  errors: { needs?: string; audience?: string };
}

/** What brings the person, then who they are, as far as they care to say. Of a group its profile tells instead. */
export function VisitWho({ draft, change, errors }: WhoProps) {
  const asked: Asked[] = draft.group ? ['audience', 'language', 'channel'] : ['audience', 'language', 'sex', 'ageBand', 'channel'];
  return (
    <Card className="gap-7">
      <Needs value={draft.needs} error={errors.needs} change={change} />
      {asked.map((field) => (
        <One key={field} field={field} value={draft[field]} error={field === 'audience' ? errors.audience : undefined} change={change} />
      ))}
    </Card>
  );
}
