import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { Coverage } from '../../care/contract.ts';
import { useAreas } from '../areas.ts';
import { useAudiences } from '../terms.ts';
import { CoverageTable } from './coverage-table.tsx';

/** Where a need finds an answer, and where it finds none. */
export function CoverageScreen() {
  const t = useT();
  const areas = useAreas();
  const audiences = useAudiences();
  const [chosen, setProvince] = useState('');
  const [audience, setAudience] = useState('');
  const province = chosen || (areas.provinces[0]?.code ?? '');
  const query = useRead<Coverage>(`/api/directory/care/coverage?province=${province}`, province !== '');
  return (
    <Page
      wide
      title={t('care.coverage.title')}
      intro={t('care.coverage.intro')}
      actions={<Button onPress={() => window.print()}>{t('totals.print')}</Button>}
    >
      <Card className="no-print">
        <div className="grid gap-3 sm:grid-cols-2">
          <NativeSelect label={t('care.coverage.province')} value={province} onChange={setProvince}>
            {areas.provinces.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </NativeSelect>
          <NativeSelect label={t('care.actors.audience')} value={audience} onChange={setAudience}>
            <option value="">{t('care.coverage.some_audience')}</option>
            {audiences.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </NativeSelect>
        </div>
      </Card>
      <Reading query={query}>
        {(coverage) =>
          coverage.communes.length === 0 ? (
            <Empty title={t('care.coverage.none')} />
          ) : (
            <CoverageTable coverage={coverage} province={areas.nameOf(province)} audience={audience} />
          )
        }
      </Reading>
    </Page>
  );
}
