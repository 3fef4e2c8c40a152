import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useLanguage } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { useSession } from '../../../workspace/session.tsx';
import { type FindingKind, findingKinds } from '../../lists.ts';
import { isSaid, noSource, SourceFields, toSource, type TypedSource } from '../parts/source-fields.tsx';
import { Similar } from '../parts/similar.tsx';
import { ThreadPage } from '../parts/thread-page.tsx';
import { isTyped, nothingTyped, toTold, type Typed, TwoWords } from '../parts/two-words.tsx';
import { CommuneFields, type Scope, ScopeFields } from './scope-fields.tsx';
import { SaveRow } from './save-row.tsx';

interface FindingDraft extends Scope {
  kind: FindingKind | '';
  title: Typed;
  text: Typed;
  communeCodes: string[];
  source: TypedSource;
  share: boolean;
}

/** What was met, is needed or goes well, told without anybody's name. */
export function NewFindingScreen() {
  const { t, has } = useLanguage();
  const { send } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const asked = search.get('need') ?? '';
  const need = has(`need.${asked}`) ? asked : '';
  const [isChecked, setChecked] = useState(false);
  const { value, change, discard } = useDraft<FindingDraft>(`finding:new:${need}`, () => ({
    kind: need ? 'difficulty' : '',
    title: nothingTyped,
    text: nothingTyped,
    themes: [],
    audiences: [],
    communeCodes: [],
    source: noSource(),
    share: true,
  }));
  if (!value) return null;
  const { kind, title, text, source, share } = value;
  async function save(): Promise<string> {
    const findingId = uuidv7();
    const said = toTold(text);
    await send({
      kind: 'coordination.raise_finding',
      payload: {
        findingId,
        kind,
        title: toTold(title),
        ...(said ? { text: said } : {}),
        themes: value?.themes,
        audiences: value?.audiences,
        communeCodes: value?.communeCodes,
        ...(need ? { deskNeed: need } : {}),
        source: { sourceId: uuidv7(), ...toSource(source) },
        share,
      },
    });
    await discard();
    return `/thread/findings/${findingId}`;
  }
  /** The same was said already: it counts once more, where this was said. */
  async function sayAgain(findingId: string): Promise<void> {
    const where = isSaid(source) ? source : noSource();
    await send({ kind: 'coordination.add_source', payload: { findingId, source: { sourceId: uuidv7(), ...toSource(where) } } });
    await discard();
    await navigate(`/thread/findings/${findingId}`);
  }
  return (
    <ThreadPage title={t('thread.new.finding')} intro={t('thread.new.finding.intro')}>
      {need && <Notice>{t('thread.met_under', { name: t(`need.${need}`) })}</Notice>}
      <Card>
        <ChooseOne
          label={t('thread.kind')}
          options={optionsOf(t, 'thread.kind', findingKinds)}
          value={kind}
          onChange={(next) => change({ kind: next })}
          error={isChecked && kind === '' ? t('thread.choose_one') : undefined}
        />
        <TwoWords
          label={t('thread.finding.title')}
          hint={t('thread.one_language')}
          value={title}
          onChange={(next) => change({ title: next })}
          maxLength={200}
          error={isChecked && !isTyped(title) ? t('thread.one_language.missing') : undefined}
        />
        <Similar
          title={toTold(title) ?? {}}
          kind={kind}
          themes={value.themes}
          hint={t('thread.similar.hint')}
          renderAct={(row) => <Button onPress={() => sayAgain(row.id)}>{t('thread.similar.same')}</Button>}
        />
        <TwoWords
          label={t('thread.finding.text')}
          hint={t('thread.finding.text.hint')}
          rows={4}
          value={text}
          onChange={(next) => change({ text: next })}
          maxLength={4000}
        />
      </Card>
      <Card>
        <ScopeFields value={value} isChecked={isChecked} onChange={change} />
        <CommuneFields value={value.communeCodes} onChange={(communeCodes) => change({ communeCodes })} />
      </Card>
      <Card>
        <SourceFields value={source} isChecked={isChecked} onChange={(next) => change({ source: next })} />
      </Card>
      <Card>
        <Tick label={t('thread.share')} isChosen={share} onChange={(next) => change({ share: next })} />
        <p className="-mt-3 text-sm text-quiet">{t(share ? 'thread.share.yes' : 'thread.share.no')}</p>
        <SaveRow
          save={t(share ? 'thread.finding.save_shared' : 'thread.finding.save')}
          isComplete={kind !== '' && isTyped(title) && value.themes.length > 0 && isSaid(source)}
          isChecked={isChecked}
          onIncomplete={() => setChecked(true)}
          onSave={save}
        />
      </Card>
    </ThreadPage>
  );
}
