import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Template, TemplatesAnswer } from '../contract.ts';
import { withLetterTexts } from './with-letter-texts.tsx';

export const LettersScreen = withLetterTexts(LettersOfCell);

/** The cell's letters: what each says, the head they have, and many at once. */
function LettersOfCell() {
  const t = useT();
  const { roles } = useSession();
  const query = useRead<TemplatesAnswer>('/api/cases/letters/templates');
  const isHead = roles.has('cell_manager');
  return (
    <Page
      title={t('letters.of_cell')}
      intro={t(isHead ? 'letters.of_cell.intro.head' : 'letters.of_cell.intro')}
      actions={
        <Link to="/letters/batch" className={buttonClass('main')}>
          {t('letters.batch')}
        </Link>
      }
    >
      {isHead && (
        <ul className="flex flex-wrap gap-3">
          <li>
            <Link to="/letters/head" className={buttonClass('second')}>
              {t('letterhead.title')}
            </Link>
          </li>
          <li>
            <Link to="/recordings" className={buttonClass('second')}>
              {t('letters.recordings')}
            </Link>
          </li>
        </ul>
      )}
      <Reading query={query}>
        {({ templates }) => (
          <>
            <Templates title={t('letters.own_ones')} templates={templates.filter((one) => one.isOwn)} isHead={isHead} />
            <Templates title={t('letters.of_product')} templates={templates.filter((one) => !one.isOwn)} isHead={isHead} />
          </>
        )}
      </Reading>
    </Page>
  );
}

function Templates({ title, templates, isHead }: { title: string; templates: readonly Template[]; isHead: boolean }) {
  const t = useT();
  if (templates.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{title}</h2>
      <Card className="gap-0! py-2!">
        <ul className="flex flex-col divide-y divide-line">
          {templates.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <div className="flex min-w-0 flex-col">
                <p className="font-semibold">
                  <bdi>{one.title}</bdi>
                </p>
                <span className="text-sm text-quiet">
                  {t(`letter_kind.${one.kind}`)} · {t(`letters.language.${Object.keys(one.texts).sort().reverse().join('_')}`)}
                  {one.isOwn && ` · ${t('letters.version', { version: one.version })}`}
                </span>
              </div>
              {isHead && (
                <Link
                  to={`/letters/templates/${one.id}`}
                  className={buttonClass('quiet')}
                  aria-label={t(one.isOwn ? 'letters.change_named' : 'letters.copy_named', { title: one.title })}
                >
                  {t(one.isOwn ? 'letters.change' : 'letters.copy')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
