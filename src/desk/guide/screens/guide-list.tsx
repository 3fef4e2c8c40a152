import { useId, useState } from 'react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Reading } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { matching, readingLanguageOf } from '../rules.ts';
import type { GuideProps } from './guide.tsx';
import { guideTexts } from './messages/index.ts';
import { ProcedureRow } from './procedure-row.tsx';
import { useGuide } from './use-guide.ts';

/** The best few: what the visit is about comes first, and the services below stay in sight. */
const few = 3;

export function GuideList(props: GuideProps) {
  return (
    <RoomTexts catalogues={guideTexts} waiting={null}>
      <Matching {...props} />
    </RoomTexts>
  );
}

function Matching({ needs, audience, language }: GuideProps) {
  const t = useT();
  const title = useId();
  const query = useGuide();
  const [open, setOpen] = useState<string>();
  const [isLong, setLong] = useState(false);
  return (
    <Card className="gap-3!">
      <section aria-labelledby={title} className="flex flex-col gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id={title}>{t('guide.title')}</h2>
          <Link to="/guide" className={buttonClass('quiet')}>
            {t('guide.all')}
          </Link>
        </div>
        <Reading query={query}>
          {({ procedures, canMail, isKept }) => {
            const found = matching(procedures, needs, audience);
            const shown = isLong ? found : found.slice(0, few);
            return (
              <>
                {isKept && <Notice tone="plain">{t('guide.offline')}</Notice>}
                {found.length === 0 && <p className="text-quiet">{t('guide.none')}</p>}
                <ul className="flex flex-col divide-y divide-line border-y border-line empty:hidden">
                  {shown.map((procedure) => (
                    <li key={procedure.id}>
                      <ProcedureRow
                        procedure={procedure}
                        language={readingLanguageOf(language)}
                        spoken={language}
                        canMail={canMail}
                        isOffline={isKept}
                        isOpen={open === procedure.id}
                        onToggle={() => setOpen(open === procedure.id ? undefined : procedure.id)}
                      />
                    </li>
                  ))}
                </ul>
                {found.length > shown.length && (
                  <Button look="quiet" className="self-start" onPress={() => setLong(true)}>
                    {t('guide.more', { count: found.length - shown.length })}
                  </Button>
                )}
              </>
            );
          }}
        </Reading>
      </section>
    </Card>
  );
}
