import { useState } from 'react';
import type { EmergencyNumber } from '../../../territory/contract.ts';
import { type Danger, dangers } from '../../../territory/lists.ts';
import { Button } from '../../../ui/button.tsx';
import { Window } from '../../../ui/dialog.tsx';
import { useLanguage, useT } from '../../../workspace/language.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { deskTexts } from '../messages/index.ts';

interface EmergencyProps {
  numbers: readonly EmergencyNumber[];
  onClose: () => void;
  /** Things are calm, or will be: what it was is recorded next. */
  onLater: (danger: Danger) => void;
}

/** What to do now and whom to call. Everything it says came with the workspace, so it needs no network. */
export default function EmergencyDialog(props: EmergencyProps) {
  return (
    <RoomTexts catalogues={deskTexts} waiting={null}>
      <Emergency {...props} />
    </RoomTexts>
  );
}

function Emergency({ numbers, onClose, onLater }: EmergencyProps) {
  const t = useT();
  const [danger, setDanger] = useState<Danger>();
  return (
    <Window
      title={danger ? t(`danger.${danger}`) : t('emergency.title')}
      onClose={onClose}
      foot={
        <>
          {danger && (
            <>
              <Button look="main" onPress={() => onLater(danger)}>
                {t('emergency.record_later')}
              </Button>
              <Button onPress={() => setDanger(undefined)}>{t('emergency.other')}</Button>
            </>
          )}
          <Button look="quiet" className="mx-0!" onPress={onClose}>
            {t('emergency.close')}
          </Button>
        </>
      }
    >
      <Numbers numbers={numbers} danger={danger} />
      {danger ? (
        <ol className="flex list-decimal flex-col gap-3 ps-6 text-lg leading-snug marker:font-bold marker:text-bad">
          {t(`danger.${danger}.steps`)
            .split('\n')
            .map((step) => (
              <li key={step} className="ps-1">
                {step}
              </li>
            ))}
        </ol>
      ) : (
        <ul className="grid gap-2 sm:grid-cols-2">
          {dangers.map((kind) => (
            <li key={kind}>
              <Button look="danger" className="min-h-14 w-full justify-start! text-start" onPress={() => setDanger(kind)}>
                {t(`danger.${kind}`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Window>
  );
}

/** Those that answer this danger first, the others after them: whoever calls the wrong one is put through. */
function Numbers({ numbers, danger }: { numbers: readonly EmergencyNumber[]; danger: Danger | undefined }) {
  const { t, language } = useLanguage();
  const comesFirst = (n: EmergencyNumber) => danger !== undefined && n.kinds.includes(danger);
  const ordered = [...numbers.filter(comesFirst), ...numbers.filter((n) => !comesFirst(n))];
  if (ordered.length === 0) return <p className="font-semibold text-bad">{t('emergency.no_numbers')}</p>;
  return (
    <ul className="flex flex-wrap gap-2 max-sm:flex-col" aria-label={t('emergency.call')}>
      {ordered.map((n) => (
        <li key={n.number} className="grow sm:min-w-36">
          <a
            href={`tel:${n.number}`}
            className={`flex h-full items-center gap-x-4 rounded-xl border-2 border-bad px-4 py-1.5 sm:flex-col sm:items-start sm:py-2 ${comesFirst(n) ? 'bg-bad text-white' : 'bg-card text-bad'}`}
          >
            <bdi dir="ltr" className="min-w-16 text-3xl font-bold whitespace-nowrap tabular-nums">
              {n.number}
            </bdi>
            <span className="flex flex-col text-sm leading-snug font-semibold">
              <span>{n.names[language] ?? n.names.fr}</span>
              {!n.confirmed && <span className="font-normal">{t('finder.to_be_confirmed')}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
