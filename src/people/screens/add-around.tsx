import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { useMissing } from '../../ui/focus.ts';
import { Tick } from '../../ui/tick.tsx';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { useSession } from '../../workspace/session.tsx';
import type { PersonRow } from '../contract.ts';
import { type RelationshipKind, relationshipKinds } from '../lists.ts';
import { ChoosePerson } from './choose-person.tsx';

interface AddAroundProps {
  person: { id: string; name: string };
  without: readonly string[];
  onDone: () => void;
}

/** Another person of the cell beside this one: who they are to them, and whether they live together. */
export function AddAround({ person, without, onDone }: AddAroundProps) {
  const t = useT();
  const { send } = useSession();
  const [other, setOther] = useState<PersonRow>();
  const [kind, setKind] = useState<RelationshipKind | ''>('');
  const [livesTogether, setLivesTogether] = useState(false);
  const missing = useMissing(other === undefined || (kind === '' && !livesTogether));

  function add(): void {
    if (!missing.mayGoOn() || !other) return;
    const personId = person.id;
    void send(
      ...(kind ? [{ kind: 'people.relate', payload: { relationshipId: uuidv7(), personId, otherPersonId: other.id, kind } }] : []),
      ...(livesTogether ? [{ kind: 'people.join_household', payload: { personId, withPersonId: other.id, householdId: uuidv7() } }] : []),
    );
    onDone();
  }
  return (
    <Decision title={t('around.add')} onClose={onDone} decide={t('around.add.action')} cancel={t('workspace.cancel')} onDecide={add}>
      {other ? (
        <>
          <p className="flex flex-wrap items-center gap-x-3">
            <bdi className="font-bold">{other.name}</bdi>
            <Button look="quiet" onPress={() => setOther(undefined)}>
              {t('around.choose_other')}
            </Button>
          </p>
          <ChooseOne
            label={t('around.kind', { name: person.name })}
            options={optionsOf(t, 'relation', relationshipKinds)}
            value={kind}
            onChange={setKind}
            error={missing.isShown ? t('around.kind.missing') : undefined}
          />
          <Tick label={t('around.lives_together')} isChosen={livesTogether} onChange={setLivesTogether} />
        </>
      ) : (
        <>
          <ChoosePerson without={without} onChoose={setOther} />
          {missing.isShown && (
            <p role="alert" className="font-semibold text-bad">
              {t('around.choose_first')}
            </p>
          )}
        </>
      )}
    </Decision>
  );
}
