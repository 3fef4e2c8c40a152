import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { needs } from '../../lists.ts';
import type { Acts } from '../../../workspace/acts.tsx';

interface Delay {
  kind: string;
  need: string | null;
  days: number;
  source: string;
  own: boolean;
}
const kinds = ['acknowledge', 'answer', 'erase'] as const;

/** What the region asks, and what this cell promises in its place. */
export function Delays({ acts }: { acts: Acts }) {
  const t = useT();
  const query = useRead<{ delays: Delay[] }>('/api/cases/delays');
  return (
    <Card>
      <h2>{t('cell.delays')}</h2>
      <p className="text-quiet">{t('cell.delays.intro')}</p>
      <Reading query={query}>
        {({ delays }) => (
          <ul className="flex flex-col divide-y divide-line">
            {delays.map((delay) => (
              <DelayLine key={`${delay.kind} ${delay.need} ${delay.own}`} delay={delay} acts={acts} />
            ))}
          </ul>
        )}
      </Reading>
      <NewDelay acts={acts} />
    </Card>
  );
}

function useDelayName(): (delay: Pick<Delay, 'kind' | 'need'>) => string {
  const t = useT();
  return ({ kind, need }) =>
    need ? t('cell.delays.for_need', { kind: t(`cell.delay.${kind}`), need: t(`need.${need}`) }) : t(`cell.delay.${kind}`);
}

function DelayLine({ delay, acts }: { delay: Delay; acts: Acts }) {
  const t = useT();
  const name = useDelayName()(delay);
  const { kind, need, source } = delay;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
      <span className="flex min-w-0 flex-col">
        <span className="flex flex-wrap items-center gap-2 font-semibold">
          {name} : {t('cell.delays.days', { count: delay.days })}
          <Badge tone={delay.own ? 'info' : 'plain'}>{t(delay.own ? 'cell.delays.own' : 'cell.delays.region')}</Badge>
        </span>
        <span dir="auto" className="text-sm text-quiet">
          {source}
        </span>
      </span>
      {delay.own && (
        <Button
          look="quiet"
          aria-label={t('cell.delays.reset_named', { name })}
          onPress={() =>
            acts.act(
              {
                kind: 'cases.set_delay',
                payload: { kind, ...(need ? { need } : {}), source },
              },
              t('cell.delays.is_reset', { name }),
            )
          }
        >
          {t('cell.delays.reset')}
        </Button>
      )}
    </li>
  );
}

function NewDelay({ acts }: { acts: Acts }) {
  const t = useT();
  const nameOf = useDelayName();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<string>('answer');
  const [need, setNeed] = useState('');
  const [days, setDays] = useState('');
  const [source, setSource] = useState('');
  const [isChecked, setChecked] = useState(false);
  const count = Number(days);
  const forNeed = kind === 'erase' ? '' : need;
  const isRight = Number.isInteger(count) && count >= 1 && count <= 730;
  async function set(): Promise<void> {
    if (!isRight || !source.trim()) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    await acts.act(
      {
        kind: 'cases.set_delay',
        payload: { kind, ...(forNeed ? { need: forNeed } : {}), days: count, source: source.trim() },
      },
      t('cell.delays.is_set', { name: nameOf({ kind, need: forNeed || null }) }),
    );
    setOpen(false);
    setChecked(false);
    setDays('');
    setSource('');
  }
  if (!isOpen)
    return (
      <p className="no-print">
        <Button onPress={() => setOpen(true)}>{t('cell.delays.add')}</Button>
      </p>
    );
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <NativeSelect label={t('cell.delays.kind')} value={kind} onChange={setKind}>
          {kinds.map((k) => (
            <option key={k} value={k}>
              {t(`cell.delay.${k}`)}
            </option>
          ))}
        </NativeSelect>
        {/* Who wants to be erased waits as long whatever they came for. */}
        {kind !== 'erase' && (
          <NativeSelect label={t('cell.delays.need')} value={need} onChange={setNeed}>
            <option value="">{t('cell.delays.every_need')}</option>
            {needs.map((n) => (
              <option key={n} value={n}>
                {t(`need.${n}`)}
              </option>
            ))}
          </NativeSelect>
        )}
        <Field
          label={t('cell.delays.count')}
          type="number"
          inputMode="numeric"
          value={days}
          onChange={setDays}
          error={isChecked && !isRight ? t('cell.delays.count.wrong') : undefined}
        />
        <Field
          label={t('cell.delays.source')}
          hint={t('cell.delays.source.hint')}
          value={source}
          onChange={setSource}
          maxLength={300}
          error={isChecked && !source.trim() ? t('cell.delays.source.missing') : undefined}
        />
      </div>
      <p className="text-sm text-quiet">{t('cell.delays.from_now')}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="main" onPress={() => set()}>
          {t('cell.save')}
        </Button>
        <Button onPress={() => setOpen(false)}>{t('workspace.cancel')}</Button>
      </div>
    </div>
  );
}
