import { Card } from '../../ui/card.tsx';
import { ChooseMany, ChooseOne } from '../../ui/choice.tsx';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { ageBands, audiences, channels, exchangeLanguages, needs, sexes } from '../lists.ts';
import type { VisitDraft } from './visit-draft.ts';

interface WhoProps {
  draft: VisitDraft;
  change: (part: Partial<VisitDraft>) => void;
  errors: { needs?: string; audience?: string };
}

/** What brings the person, then who they are, as far as they care to say. */
export function VisitWho({ draft, change, errors }: WhoProps) {
  const t = useT();
  return (
    <Card className="gap-7">
      <ChooseMany
        label={t('desk.needs')}
        hint={t('desk.needs.hint')}
        error={errors.needs && t(errors.needs)}
        size="tile"
        options={optionsOf(t, 'need', needs)}
        value={draft.needs}
        onChange={(value) => change({ needs: value })}
        isRequired
      />
      <ChooseOne
        label={t('desk.audience')}
        error={errors.audience && t(errors.audience)}
        size="tile"
        options={optionsOf(t, 'audience', audiences)}
        value={draft.audience}
        onChange={(audience) => change({ audience })}
        isRequired
      />
      <ChooseOne
        label={t('desk.language')}
        options={optionsOf(t, 'language', exchangeLanguages)}
        value={draft.language}
        onChange={(language) => change({ language })}
      />
      <ChooseOne label={t('desk.sex')} options={optionsOf(t, 'sex', sexes)} value={draft.sex} onChange={(sex) => change({ sex })} />
      <ChooseOne
        label={t('desk.age')}
        options={optionsOf(t, 'age', ageBands)}
        value={draft.ageBand}
        onChange={(ageBand) => change({ ageBand })}
      />
      <ChooseOne
        label={t('desk.channel')}
        options={optionsOf(t, 'channel', channels)}
        value={draft.channel}
        onChange={(channel) => change({ channel })}
      />
    </Card>
  );
}
