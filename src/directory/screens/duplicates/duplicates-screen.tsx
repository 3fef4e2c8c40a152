import { useState } from 'react';
import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { careEntities } from '../../care/lists.ts';
import type { DuplicatesAnswer } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { Named, useName } from '../named.tsx';
import { Setting } from './setting.tsx';

/** Records that seem to be the same thing twice, likeliest first. */
export function DuplicatesScreen() {
  const t = useT();
  const nameOf = useName();
  const [entity, setEntity] = useState<(typeof careEntities)[number]>('organization');
  const query = useRead<DuplicatesAnswer>(`/api/directory/care/duplicates?entity=${entity}`);
  return (
    <CarePage title={t('care.duplicates.title')} intro={t('care.duplicates.intro')}>
      <ChooseOne
        label={t('care.duplicates.show')}
        options={optionsOf(t, 'care.entities', careEntities)}
        value={entity}
        onChange={setEntity}
      />
      <Reading query={query}>
        {({ duplicates }) =>
          duplicates.length === 0 ? (
            <Empty title={t('care.duplicates.none')}>{t('care.duplicates.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-4">
              {duplicates.map(({ a, b, because }) => (
                <li key={`${a.id} ${b.id}`}>
                  <Card className="gap-3!">
                    {[a, b].map((side) => (
                      <div key={side.id}>
                        <h2 className="text-lg">
                          <Named names={side.name} />
                        </h2>
                        <Setting side={side} />
                        <p className="text-sm text-quiet">
                          <bdi>{side.sourceName ?? t('care.duplicates.no_source')}</bdi>
                        </p>
                      </div>
                    ))}
                    <ul className="flex flex-wrap gap-2">
                      {because.map((reason) => (
                        <li key={reason}>
                          <Badge>{t(`care.likeness.${reason}`)}</Badge>
                        </li>
                      ))}
                    </ul>
                    <p>
                      <Link
                        to={`/directory/duplicates/${entity}/${a.id}/${b.id}`}
                        aria-label={t('care.duplicates.compare_named', { name: nameOf(a.name), other: nameOf(b.name) })}
                        className={buttonClass('main')}
                      >
                        {t('care.duplicates.compare')}
                      </Link>
                    </p>
                  </Card>
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </CarePage>
  );
}
