import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Card, Notice } from '../../../../ui/card.tsx';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useT } from '../../../../workspace/language.tsx';
import { useTold, Words } from '../../../screens/parts/told.tsx';
import type { AgendaItem, MeetingView } from '../../contract.ts';
import { eachDay, type Hours, hoursOf, minutesTooMany } from '../../rules.ts';
import { AgendaForm } from './agenda-form.tsx';

interface AgendaProps {
  it: MeetingView;
  acts: Acts;
  mayWrite: boolean;
}

/** What comes after what, with the hours counted from the lengths. */
export function Agenda({ it, acts, mayWrite }: AgendaProps) {
  const t = useT();
  const [edited, setEdited] = useState<AgendaItem | 'new'>();
  const { agenda, begins, ends } = it;
  if (agenda.length === 0 && !mayWrite) return null;
  const hours = hoursOf(agenda, begins ?? '00:00');
  const over = begins && ends ? minutesTooMany(agenda, begins, ends) : 0;
  const days = eachDay(it.heldOn, it.endedOn);
  return (
    <Card>
      <h2>{t('meeting.agenda')}</h2>
      {agenda.length === 0 && <p className="text-quiet">{t('meeting.agenda.none')}</p>}
      {days.map((day) => (
        <Day key={day} day={day} isOnly={days.length === 1} {...{ it, acts, mayWrite, hours }} onEdit={setEdited} />
      ))}
      {over > 0 && <Notice tone="warn">{t('meeting.agenda.over', { count: over })}</Notice>}
      {mayWrite && (
        <p className="no-print">
          <Button look={agenda.length === 0 ? 'main' : 'second'} onPress={() => setEdited('new')}>
            {t('meeting.agenda.add')}
          </Button>
        </p>
      )}
      {edited && <AgendaForm it={it} item={edited === 'new' ? undefined : edited} acts={acts} onClose={() => setEdited(undefined)} />}
    </Card>
  );
}

interface DayProps extends AgendaProps {
  day: number;
  isOnly: boolean;
  hours: Map<string, Hours>;
  onEdit: (item: AgendaItem) => void;
}
function Day({ it, acts, mayWrite, day, isOnly, hours, onEdit }: DayProps) {
  const t = useT();
  const items = it.agenda.filter((item) => item.day === day);
  if (items.length === 0) return null;
  /** The whole order of the meeting, with this item where the one before or after it was. */
  function swap(place: number, by: -1 | 1): string[] {
    const ids = it.agenda.map((item) => item.id);
    const [one, other] = [items[place]?.id ?? '', items[place + by]?.id ?? ''];
    return ids.map((id) => (id === one ? other : id === other ? one : id));
  }
  return (
    <section className="flex flex-col gap-2">
      {!isOnly && <h3>{t('meeting.agenda.day', { count: day })}</h3>}
      <ol className="flex flex-col divide-y divide-line">
        {items.map((item, place) => (
          <li key={item.id} className="break-inside-avoid py-3 first:pt-0 last:pb-0">
            <Item item={item} hours={it.begins ? hours.get(item.id) : undefined} />
            {mayWrite && (
              <ItemButtons
                {...{ it, acts, item }}
                onEdit={() => onEdit(item)}
                earlier={place > 0 ? swap(place, -1) : undefined}
                later={place < items.length - 1 ? swap(place, 1) : undefined}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Item({ item, hours }: { item: AgendaItem; hours: Hours | undefined }) {
  const t = useT();
  const isRest = item.kind === 'break';
  return (
    <div className="grid gap-x-4 sm:grid-cols-[8.5rem_1fr]">
      <p className="text-quiet tabular-nums">
        {hours ? t('meeting.hours', { from: hours.from, until: hours.until }) : t('meeting.minutes', { count: item.minutes })}
      </p>
      <div>
        <p className={isRest ? 'text-quiet' : 'font-semibold'}>
          <Words told={item.title} />
        </p>
        <p className="text-sm text-quiet">
          {[t(`meeting.agenda.${item.kind}`), ...(hours ? [t('meeting.minutes', { count: item.minutes })] : [])].join(' · ')}
          {item.speaker && (
            <>
              {' · '}
              <bdi>{item.speaker}</bdi>
            </>
          )}
        </p>
      </div>
    </div>
  );
}

interface ItemButtonsProps extends Omit<AgendaProps, 'mayWrite'> {
  item: AgendaItem;
  onEdit: () => void;
  /** The order after this press; undefined where it is the first, or the last. */
  earlier: string[] | undefined;
  later: string[] | undefined;
}
/** Each button says which item it is about, and an item is put earlier or later by a press or a key. */
function ItemButtons({ it, acts, item, onEdit, earlier, later }: ItemButtonsProps) {
  const t = useT();
  const told = useTold();
  const named = (key: string) => t('thread.of_named', { name: t(key), word: told(item.title) });
  const isOrdering = acts.isSending('coordination.order_agenda', { meetingId: it.id });
  const order = (itemIds: string[] | undefined) =>
    itemIds && acts.act({ kind: 'coordination.order_agenda', payload: { meetingId: it.id, itemIds } }, t('meeting.agenda.ordered'));
  return (
    <div className="no-print flex flex-wrap gap-x-4">
      <Button look="quiet" isDisabled={isOrdering || !earlier} aria-label={named('meeting.agenda.earlier')} onPress={() => order(earlier)}>
        {t('meeting.agenda.earlier')}
      </Button>
      <Button look="quiet" isDisabled={isOrdering || !later} aria-label={named('meeting.agenda.later')} onPress={() => order(later)}>
        {t('meeting.agenda.later')}
      </Button>
      <Button look="quiet" aria-label={named('thread.change')} onPress={onEdit}>
        {t('thread.change')}
      </Button>
      <Button
        look="quiet"
        aria-label={named('meeting.remove')}
        onPress={() =>
          acts.act({ kind: 'coordination.remove_agenda_item', payload: { meetingId: it.id, itemId: item.id } }, t('meeting.agenda.removed'))
        }
      >
        {t('meeting.remove')}
      </Button>
    </div>
  );
}
