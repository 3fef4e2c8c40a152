import { useState } from 'react';
import { Words, useTold } from '../../../coordination/screens/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useLanguage, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { DeskOffer, FindingOffer } from '../../contract.ts';
import type { InPlan } from '../parts/plan-frame.tsx';
import { NumberHead, Sheet } from '../parts/table.tsx';

type Offering = InPlan & { onClose: () => void };
const readsAtMost = 5;

/** What was said in the region's thread of this commune, or of all of them: one press brings it into the diagnosis. */
export function ThreadNeeds({ view, acts, onClose }: Offering) {
  const t = useT();
  const told = useTold();
  const { plan } = view;
  const query = useRead<FindingOffer[]>(`/api/plans/${plan.id}/thread`);
  const taken = new Set(plan.needs.map((n) => n.findingId));
  const take = ({ id, title, text, audiences }: FindingOffer) =>
    acts.act(
      {
        kind: 'plans.add',
        payload: {
          planId: plan.id,
          thing: 'need',
          thingId: uuidv7(),
          row: { source: 'thread', finding_id: id, title, ...(text ? { text } : {}), audiences },
        },
      },
      t('plans.need.taken'),
    );
  return (
    <Card>
      <h2>{t('plans.need.from_thread')}</h2>
      <Reading query={query}>
        {(findings) => {
          const left = findings.filter((f) => !taken.has(f.id));
          if (left.length === 0) return <p className="text-quiet">{t('plans.need.thread_empty')}</p>;
          return (
            <ul className="flex flex-col divide-y divide-line">
              {left.map((finding) => (
                <li key={finding.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
                  <span className="min-w-0 grow basis-60">
                    <span className="font-semibold">
                      <Words told={finding.title} />
                    </span>
                    <br />
                    <span className="text-sm text-quiet">
                      {t('thread.count.sources', { count: finding.sources })} ·{' '}
                      {t(finding.isOfCommune ? 'plans.of_commune' : 'plans.of_region')}
                    </span>
                  </span>
                  <Button
                    aria-label={t('thread.of_named', { name: t('plans.need.take'), word: told(finding.title) })}
                    onPress={() => take(finding)}
                  >
                    {t('plans.need.take')}
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Reading>
      <p>
        <Button onPress={onClose}>{t('plans.close')}</Button>
      </p>
    </Card>
  );
}

/** What the commune's own desks counted in a whole year; figures that would point at somebody are not shown. */
export function DeskNeeds({ view, acts, onClose }: Offering) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const { plan, today } = view;
  const last = Number(today.slice(0, 4)) - 1;
  const [year, setYear] = useState(String(last));
  const query = useRead<DeskOffer[]>(`/api/plans/${plan.id}/desk?year=${year}`);
  const taken = new Set(plan.needs.filter((n) => String(n.deskFigures?.year) === year).map((n) => n.deskNeed));
  const shown = (count: number | null) => (count === null ? t('plans.too_few') : dates.number(count));
  const take = ({ need }: DeskOffer) =>
    acts.act(
      {
        kind: 'plans.add',
        payload: {
          planId: plan.id,
          thing: 'need',
          thingId: uuidv7(),
          row: { source: 'desk', desk_need: need, desk_year: Number(year), title: { [language]: t(`need.${need}`) } },
        },
      },
      t('plans.need.taken'),
    );
  return (
    <Card>
      <h2>{t('plans.need.from_desk')}</h2>
      <p className="text-quiet">{t('plans.need.desk_text')}</p>
      <NativeSelect label={t('plans.year')} value={year} onChange={setYear}>
        {Array.from({ length: readsAtMost }, (_, back) => String(last - back)).map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </NativeSelect>
      <Reading query={query}>
        {(offers) =>
          offers.length === 0 ? (
            <p className="text-quiet">{t('plans.need.desk_empty')}</p>
          ) : (
            <Sheet
              label={t('plans.need.from_desk')}
              head={
                <tr>
                  <th scope="col">{t('plans.need')}</th>
                  <NumberHead>{t('plans.people')}</NumberHead>
                  <NumberHead>{t('plans.field.women')}</NumberHead>
                  <NumberHead>{t('plans.field.men')}</NumberHead>
                  <td />
                </tr>
              }
            >
              {offers.map((offer) => (
                <tr key={offer.need}>
                  <th scope="row">{t(`need.${offer.need}`)}</th>
                  <td className="text-end tabular-nums">{shown(offer.count)}</td>
                  <td className="text-end tabular-nums">{shown(offer.women)}</td>
                  <td className="text-end tabular-nums">{shown(offer.men)}</td>
                  <td>
                    {!taken.has(offer.need) && (
                      <Button
                        aria-label={t('thread.of_named', { name: t('plans.need.take'), word: t(`need.${offer.need}`) })}
                        onPress={() => take(offer)}
                      >
                        {t('plans.need.take')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </Sheet>
          )
        }
      </Reading>
      <p>
        <Button onPress={onClose}>{t('plans.close')}</Button>
      </p>
    </Card>
  );
}
