import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/card.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useCodeText, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Side, SideBySide } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { FieldValue, useFieldName } from '../field-value.tsx';
import { Named, useName } from '../named.tsx';
import { References } from './references.tsx';
import { Setting } from './setting.tsx';

/** Two records side by side: what differs, what refers to each, and which one stays. */
export function PairScreen() {
  const t = useT();
  const { entity = '', a = '', b = '' } = useParams();
  const query = useRead<SideBySide>(`/api/directory/care/duplicates/${[entity, a, b].map(encodeURIComponent).join('/')}`);
  return (
    <CarePage
      wide
      title={t('care.pair.title')}
      intro={t('care.pair.intro')}
      back={{ to: '/directory/duplicates', label: t('care.duplicates.title') }}
    >
      <Reading query={query}>{(pair) => <Pair pair={pair} entity={entity} />}</Reading>
    </CarePage>
  );
}

function Pair({ pair, entity }: { pair: SideBySide; entity: string }) {
  const t = useT();
  const codeText = useCodeText();
  const fieldName = useFieldName();
  const nameOf = useName();
  const navigate = useNavigate();
  const { send } = useSession();
  const [keeping, setKeeping] = useState<Side>();
  const { a, b, because } = pair;
  const first = flatValues(a);
  const second = flatValues(b);
  const fields = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  const differs = (field: string) => JSON.stringify(first[field] ?? null) !== JSON.stringify(second[field] ?? null);
  const other = (side: Side) => (side.id === a.id ? b : a);

  async function merge(kept: Side): Promise<void> {
    await send({
      kind: 'directory.merge',
      payload: { mergeId: uuidv7(), changeId: uuidv7(), entity, keptId: kept.id, goneId: other(kept).id },
    });
    await navigate('/directory/merges');
  }
  async function keepBoth(): Promise<void> {
    await send({ kind: 'directory.mark_not_same', payload: { entity, a: a.id, b: b.id } });
    await navigate('/directory/duplicates');
  }
  return (
    <>
      <section className="flex flex-col gap-2">
        <h2>{t('care.pair.because')}</h2>
        <ul className="list-disc ps-5">
          {because.map((reason) => (
            <li key={reason}>{t(`care.likeness.${reason}`)}</li>
          ))}
        </ul>
      </section>
      <table className="w-full table-fixed border-collapse rounded-card bg-card max-sm:block">
        <caption className="sr-only">{t('care.pair.title')}</caption>
        <thead className="max-sm:block">
          <tr className="max-sm:flex max-sm:flex-col">
            <td className="w-40 max-sm:hidden" />
            {[a, b].map((side, index) => (
              <th key={side.id} scope="col" className="border-b border-line p-3 text-start align-top">
                <span className="text-sm font-normal text-quiet">{t(index === 0 ? 'care.pair.first' : 'care.pair.second')}</span>
                <br />
                <Named names={side.name} />
                <Setting side={side} />
                <bdi className="block text-sm font-normal text-quiet">{side.sourceName ?? t('care.duplicates.no_source')}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {fields.map((field) => (
            <tr key={field} className={`max-sm:flex max-sm:flex-col ${differs(field) ? 'bg-warn-soft' : ''}`}>
              <th scope="row" className="border-t border-line p-3 text-start align-top font-semibold">
                {fieldName(field)}
                {differs(field) && <span className="block text-sm text-warn">{t('care.pair.differs')}</span>}
              </th>
              {[a, b].map((side, index) => (
                <td key={side.id} className="border-t border-line p-3 align-top max-sm:border-0 max-sm:pt-0">
                  <span className="block text-sm text-quiet sm:hidden">{t(index === 0 ? 'care.pair.first' : 'care.pair.second')}</span>
                  <FieldValue field={field} value={(index === 0 ? first : second)[field]} />
                </td>
              ))}
            </tr>
          ))}
          <tr className="max-sm:flex max-sm:flex-col">
            <th scope="row" className="border-t border-line p-3 text-start align-top font-semibold">
              {t('care.references')}
            </th>
            {[a, b].map((side, index) => (
              <td key={side.id} className="border-t border-line p-3 align-top max-sm:border-0 max-sm:pt-0">
                <span className="block text-sm text-quiet sm:hidden">{t(index === 0 ? 'care.pair.first' : 'care.pair.second')}</span>
                <References counts={side.references} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {[a, b].map(
        (side) =>
          side.mustStay && (
            <Notice key={side.id} tone="warn">
              <p>
                <Named names={side.name} />: {codeText('refusal', side.mustStay)}
              </p>
            </Notice>
          ),
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="main" isDisabled={b.mustStay !== null} onPress={() => setKeeping(a)}>
          {t('care.pair.keep_first')}
        </Button>
        <Button look="main" isDisabled={a.mustStay !== null} onPress={() => setKeeping(b)}>
          {t('care.pair.keep_second')}
        </Button>
        <Button onPress={() => keepBoth()}>{t('care.pair.not_same')}</Button>
      </div>
      {keeping && (
        <Decision
          title={t('care.pair.merge')}
          onClose={() => setKeeping(undefined)}
          decide={t('care.pair.merge_action')}
          cancel={t('workspace.cancel')}
          onDecide={() => merge(keeping)}
        >
          <p>{t('care.pair.merge.explained', { name: nameOf(keeping.name), other: nameOf(other(keeping).name) })}</p>
        </Decision>
      )}
    </>
  );
}

const isEmpty = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What a record says, a text of one language by itself; what it leaves empty is no difference worth a line. */
function flatValues({ values: { translations, organizationId: _, ...plain } }: Side): Record<string, unknown> {
  const texts = Object.entries((translations ?? {}) as Record<string, Record<string, unknown>>).flatMap(([language, members]) =>
    Object.entries(members).map(([member, text]): [string, unknown] => [`translations.${language}.${member}`, text]),
  );
  return Object.fromEntries([...Object.entries(plain), ...texts].filter(([, value]) => !isEmpty(value)));
}
