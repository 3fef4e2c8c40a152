import { type ReactNode, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Card, Notice } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { PersonView } from '../contract.ts';
import { PairFields } from './pair-fields.tsx';
import { Reasons } from './reasons.tsx';
import { useLikenesses } from './use-likenesses.ts';

interface PairScreenProps {
  /** Cases come after people in the order of rooms, so they are joined from outside. */
  renderCases: (personId: string) => ReactNode;
}

/** Two records side by side. */
export function PairScreen({ renderCases }: PairScreenProps) {
  const t = useT();
  const { one = '', other = '' } = useParams();
  const first = useRead<PersonView>(`/api/people/${encodeURIComponent(one)}`);
  const second = useRead<PersonView>(`/api/people/${encodeURIComponent(other)}`);
  if (first.data && second.data) return <Pair one={first.data} other={second.data} renderCases={renderCases} />;
  return (
    <Page title={t('pair.title')}>
      <Reading query={first.data ? second : first}>{() => null}</Reading>
    </Page>
  );
}

function Pair({ one, other, renderCases }: { one: PersonView; other: PersonView } & PairScreenProps) {
  const t = useT();
  const navigate = useNavigate();
  const { send } = useSession();
  const reasons = useReasons(one, other);
  // The record that says more is proposed; the agent decides.
  const [keptId, setKeptId] = useState(() => (saidIn(other) > saidIn(one) ? other.person.id : one.person.id));
  const [kept, merged] = keptId === one.person.id ? [one, other] : [other, one];

  if (one.person.id === other.person.id) {
    return (
      <Page title={t('pair.title')}>
        <Notice tone="good">
          <p>{t('pair.already_one')}</p>
          <p>
            <Link to={`/people/${one.person.id}`} className="underline">
              <bdi>{one.person.name}</bdi>
            </Link>
          </p>
        </Notice>
      </Page>
    );
  }
  async function merge(): Promise<void> {
    const mergeId = uuidv7();
    await send({ kind: 'people.merge', payload: { mergeId, keptId, mergedId: merged.person.id } });
    await navigate(`/people/${keptId}`, { state: { mergeId } });
  }
  async function sayNotSame(): Promise<void> {
    await send({ kind: 'people.say_not_same', payload: { personId: one.person.id, otherPersonId: other.person.id } });
    await navigate('/people/pairs');
  }
  return (
    <Page wide title={t('pair.title')} intro={t('pair.intro')}>
      {reasons.length > 0 && (
        <Notice tone="warn">
          <Reasons reasons={reasons} />
        </Notice>
      )}
      <PairFields one={one} other={other} renderCases={renderCases} />
      <Card>
        <ChooseOne
          label={t('pair.keep')}
          hint={t('pair.keep.hint')}
          size="row"
          options={[one, other].map(({ person }, at) => ({
            value: person.id,
            label: t(at === 0 ? 'pair.record_one' : 'pair.record_other', { name: person.name }),
          }))}
          value={keptId}
          onChange={setKeptId}
        />
        <p>{t('pair.what_happens', { kept: kept.person.name, merged: merged.person.name })}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="main" onPress={() => merge()}>
            {t('pair.merge')}
          </Button>
          <Button onPress={() => sayNotSame()}>{t('pair.not_same')}</Button>
        </div>
      </Card>
    </Page>
  );
}

/** Why they may be one: told by the list they were chosen from, or asked. */
function useReasons(one: PersonView, other: PersonView): readonly string[] {
  const { data } = useLikenesses(one.person);
  const state: unknown = useLocation().state;
  const told =
    typeof state === 'object' && state !== null && 'reasons' in state && Array.isArray(state.reasons) ? state.reasons : undefined;
  return told?.map(String) ?? data?.alike.find((l) => l.person.id === other.person.id)?.reasons ?? [];
}

const saidIn = ({ person }: PersonView): number =>
  Object.values(person).filter((value) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0)).length;
