import { useState } from 'react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../../../ui/button.tsx';
import { Card, Fact } from '../../../../ui/card.tsx';
import { Decision } from '../../../../ui/dialog.tsx';
import { useMissing } from '../../../../ui/focus.ts';
import { Empty } from '../../../../ui/state.tsx';
import { type Acts, Done, useActs } from '../../../../workspace/acts.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { useDates, useT } from '../../../../workspace/language.tsx';
import { wordsOf } from '../../../../workspace/options.ts';
import { BodyDecisions } from '../../../minutes/screens/decisions/decisions.tsx';
import { today } from '../../../screens/parts/source-fields.tsx';
import { useTold, Words } from '../../../screens/parts/told.tsx';
import { useStanding } from '../../../screens/standing.ts';
import type { BodyView } from '../../contract.ts';
import { MeetingsPage } from '../parts/meetings-page.tsx';
import { ReadingOne } from '../parts/reading-one.tsx';
import { MeetingLine } from '../parts/rows.tsx';
import { BodyFields, isBody, toBody, type TypedBody, typedOf } from './body-fields.tsx';

export function BodyScreen() {
  return <ReadingOne<BodyView> kind="bodies">{(body) => <Body body={body} />}</ReadingOne>;
}

/** A body with all its meetings, the next one first. */
function Body({ body }: { body: BodyView }) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const acts = useActs();
  const { isSpeaker } = useStanding();
  const [isChanging, setChanging] = useState(false);
  const mayWrite = isSpeaker && body.isOwn;
  return (
    <MeetingsPage
      title={told(body.name)}
      actions={
        mayWrite &&
        body.endedOn === null && (
          <Link to={`/thread/meetings/new?body=${body.id}`} className={buttonClass('main')}>
            {t('meeting.body.next')}
          </Link>
        )
      }
    >
      <Done acts={acts} />
      <Card>
        <dl className="grid gap-4 sm:grid-cols-2">
          <Fact label={t('meeting.body.sort')}>{t(`meeting.body.${body.kind}`)}</Fact>
          <Fact label={t('meeting.organization')}>
            <bdi>{body.organization.name}</bdi>
          </Fact>
          {body.themes.length > 0 && <Fact label={t('thread.themes')}>{wordsOf(t, 'thread.theme', body.themes)}</Fact>}
          {body.rhythm && (
            <Fact label={t('meeting.body.rhythm')}>
              <Words told={body.rhythm} />
            </Fact>
          )}
          {body.endedOn && <Fact label={t('meeting.body.ended_on')}>{dates.day(body.endedOn)}</Fact>}
        </dl>
        {mayWrite && (
          <p className="no-print flex flex-wrap gap-x-4">
            <Button look="quiet" onPress={() => setChanging(true)}>
              {t('thread.change')}
            </Button>
            <EndBody body={body} acts={acts} />
          </p>
        )}
      </Card>
      <BodyDecisions bodyId={body.id} />
      {isChanging && <ChangeBody body={body} acts={acts} onClose={() => setChanging(false)} />}
      <section className="flex flex-col gap-3">
        <h2>{t('meeting.body.held')}</h2>
        {body.held.length === 0 ? (
          <Empty title={t('meeting.body.held.none')}>{t('meeting.body.held.none.text')}</Empty>
        ) : (
          <ul className="flex flex-col gap-3">
            {body.held.map((row) => (
              <li key={row.id}>
                <MeetingLine row={row} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </MeetingsPage>
  );
}

interface ChangeProps {
  body: BodyView;
  acts: Acts;
}
const keptOf = (body: BodyView) => ({ bodyId: body.id, kind: body.kind, name: body.name, themes: body.themes, rhythm: body.rhythm });

/** It meets no more, or again. */
function EndBody({ body, acts }: ChangeProps) {
  const t = useT();
  const over = body.endedOn !== null;
  return (
    <Button
      look="quiet"
      isDisabled={acts.isSending('coordination.set_body', { bodyId: body.id })}
      onPress={() =>
        acts.act(
          { kind: 'coordination.set_body', payload: { ...keptOf(body), endedOn: over ? null : today() } },
          t(over ? 'meeting.body.again.said' : 'meeting.body.end.said'),
        )
      }
    >
      {t(over ? 'meeting.body.again' : 'meeting.body.end')}
    </Button>
  );
}

function ChangeBody({ body, acts, onClose }: ChangeProps & { onClose: () => void }) {
  const t = useT();
  const { value, change, discard } = useDraft<TypedBody>(`meeting:body:${body.id}`, () => typedOf(body));
  const missing = useMissing(value !== undefined && !isBody(value));
  if (!value) return null;
  async function save(): Promise<void> {
    if (!value || !missing.mayGoOn()) return;
    onClose();
    const next = toBody(value);
    // What was written in another language stays.
    const { en, es } = body.name;
    const name = { ...(en ? { en } : {}), ...(es ? { es } : {}), ...next.name };
    await acts.act(
      { kind: 'coordination.set_body', payload: { bodyId: body.id, ...next, name, endedOn: body.endedOn } },
      t('meeting.saved'),
    );
    await discard();
  }
  return (
    <Decision title={t('thread.change')} onClose={onClose} decide={t('thread.save')} cancel={t('workspace.cancel')} onDecide={save}>
      <BodyFields value={value} onChange={change} isChecked={missing.isShown} />
    </Decision>
  );
}
