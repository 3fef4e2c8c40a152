import { Link, useSearchParams } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { ActionPage } from '../../board/contract.ts';
import { addressOf } from '../../board/screens/use-narrowed.ts';
import { usePages } from '../../board/screens/use-pages.ts';
import type { Thread } from '../../contract.ts';
import { type Theme, themes } from '../../lists.ts';
import { useStanding } from '../standing.ts';
import { Actions } from './actions.tsx';
import { FindingList, RecommendationList } from './lists.tsx';

const sections = ['recommendations', 'actions', 'findings'] as const;
type Section = (typeof sections)[number];

/** What was asked and where it stands: recommendations, what is done together, and what was said. */
export function ThreadScreen() {
  const t = useT();
  const { isSpeaker, organizationId } = useStanding();
  const query = useRead<Thread>('/api/coordination/thread');
  const [search, setSearch] = useSearchParams();
  const section = sections.find((each) => each === search.get('of')) ?? 'recommendations';
  const theme = themes.find((each) => each === search.get('theme'));
  const isOurs = search.get('ours') === '1';
  const actions = usePages<ActionPage>(addressOf('/api/coordination/board/actions', { theme, owner: isOurs ? organizationId : undefined }));
  function set(name: string, value: string): void {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  }
  return (
    <Page
      title={t('thread.title')}
      intro={t('thread.intro')}
      wide
      actions={
        <>
          {isSpeaker && (
            <>
              <Link to="/thread/recommendations/new" className={buttonClass('second', 'justify-center')}>
                {t('thread.new.recommendation')}
              </Link>
              <Link to="/thread/actions/new" className={buttonClass('second', 'justify-center')}>
                {t('thread.new.action')}
              </Link>
            </>
          )}
          <Link to="/thread/findings/new" className={buttonClass('main')}>
            {t('thread.new.finding')}
          </Link>
        </>
      }
    >
      <p className="no-print flex flex-wrap gap-x-6">
        <Link to="/thread/meetings" className={buttonClass('quiet')}>
          {t('thread.meetings')}
        </Link>
        <Link to="/thread/board" className={buttonClass('quiet')}>
          {t('thread.board')}
        </Link>
        <Link to="/thread/told" className={buttonClass('quiet')}>
          {t('thread.told.title')}
        </Link>
      </p>
      <Reading query={query}>
        {(thread) => {
          const kept = narrow(thread, theme, isOurs ? organizationId : undefined);
          return (
            <>
              <div className="no-print flex flex-wrap items-end gap-x-6 gap-y-3">
                <div className="min-w-64 max-sm:w-full">
                  <NativeSelect label={t('thread.theme')} value={theme ?? ''} onChange={(value) => set('theme', value)}>
                    <option value="">{t('thread.theme.all')}</option>
                    {themes.map((each) => (
                      <option key={each} value={each}>
                        {t(`thread.theme.${each}`)}
                      </option>
                    ))}
                  </NativeSelect>
                </div>
                <Tick label={t('thread.ours')} isChosen={isOurs} onChange={(chosen) => set('ours', chosen ? '1' : '')} />
              </div>
              <Sections
                section={section}
                counts={{ recommendations: kept.recommendations.length, actions: countOf(actions.data), findings: kept.findings.length }}
                onChoose={(next) => set('of', next === 'recommendations' ? '' : next)}
              />
              {section === 'recommendations' && (
                <RecommendationList rows={kept.recommendations} isNarrowed={theme !== undefined || isOurs} />
              )}
              {section === 'actions' && <Actions query={actions} isNarrowed={theme !== undefined || isOurs} />}
              {section === 'findings' && <FindingList rows={kept.findings} isNarrowed={theme !== undefined || isOurs} />}
            </>
          );
        }}
      </Reading>
    </Page>
  );
}

/** Of one theme, or of one organisation: what it owns, and what it raised. */
function narrow(thread: Thread, theme: Theme | undefined, ours: string | undefined): Thread {
  const isOf = (row: { themes: Theme[] }) => theme === undefined || row.themes.includes(theme);
  const isOurs = (organization: { id: string } | null) => ours === undefined || organization?.id === ours;
  return {
    ...thread,
    recommendations: thread.recommendations.filter((row) => isOf(row) && isOurs(row.owner)),
    findings: thread.findings.filter((row) => isOf(row) && isOurs(row.raisedBy)),
  };
}

/** How many were read, and whether there are more; nothing until the first page has come. */
function countOf(data: { pages: readonly ActionPage[] } | undefined): number | string {
  const last = data?.pages.at(-1);
  if (!data || !last) return '';
  const read = data.pages.reduce((sum, page) => sum + page.actions.length, 0);
  return last.next === null ? read : `${read}+`;
}

interface SectionsProps {
  section: Section;
  counts: Record<Section, number | string>;
  onChoose: (section: Section) => void;
}
/** The three parts of the thread, with how many each holds. */
function Sections({ section, counts, onChoose }: SectionsProps) {
  const t = useT();
  return (
    <fieldset className="no-print flex flex-wrap gap-2">
      <legend className="sr-only">{t('thread.sections')}</legend>
      {sections.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === section}
          onClick={() => onChoose(each)}
          className="inline-flex min-h-11 items-center gap-2 rounded-full border border-edge bg-card px-4 font-semibold hover:border-primary aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-white"
        >
          {t(`thread.section.${each}`)} <span className="tabular-nums">{counts[each]}</span>
        </button>
      ))}
    </fieldset>
  );
}
