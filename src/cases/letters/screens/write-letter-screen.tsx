import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/card.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { CaseValues, TemplatesAnswer } from '../contract.ts';
import { PrintLink } from './print-link.tsx';
import { useValues } from './use-values.ts';
import { withLetterTexts } from './with-letter-texts.tsx';
import { WriteLetter } from './write-letter.tsx';

export const WriteLetterScreen = withLetterTexts(WriteFor);

function WriteFor() {
  const t = useT();
  const { caseId = '' } = useParams();
  const { send } = useSession();
  const templates = useRead<TemplatesAnswer>('/api/cases/letters/templates');
  const values = useValues([caseId]);
  const [written, setWritten] = useState<string>();
  const back = (
    <Link to={`/cases/${caseId}#letters`} className={buttonClass('second')}>
      {t('letters.back')}
    </Link>
  );
  if (written) {
    return (
      <Page title={t('letters.written')} actions={back}>
        <Notice tone="good" live>
          <p>{t('letters.written.text')}</p>
        </Notice>
        <PrintLink letterIds={[written]} />
      </Page>
    );
  }
  return (
    <Page title={t('letters.write')} actions={back}>
      <Reading query={templates}>
        {({ templates: list }) => (
          <Reading query={values}>
            {({ cases }: { cases: CaseValues[] }) =>
              cases[0] ? (
                <WriteLetter
                  known={cases[0]}
                  templates={list}
                  onWritten={async (letter) => {
                    const letterId = uuidv7();
                    await send({ kind: 'cases.write_letter', payload: { letterId, caseId, ...letter } });
                    setWritten(letterId);
                  }}
                />
              ) : (
                <Notice tone="bad">{t('letters.no_case')}</Notice>
              )
            }
          </Reading>
        )}
      </Reading>
    </Page>
  );
}
