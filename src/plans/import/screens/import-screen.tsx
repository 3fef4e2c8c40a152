import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { Empty, Loading } from '../../../ui/state.tsx';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useLanguage, useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { WayBack } from '../../../workspace/way-back.tsx';
import type { PlanView } from '../../contract.ts';
import { isOpen } from '../../rules.ts';
import { useMoney } from '../../screens/parts/money.ts';
import { changesOf } from '../bring-in.ts';
import { bringsAnything, type ImportPreview } from '../contract.ts';
import { largestTable } from '../lists.ts';
import { Columns, OpenQuestions } from './corrections.tsx';
import { importTexts } from './messages/index.ts';
import { Picks } from './picks.tsx';
import { TotalsCard, UnreadCard } from './unread.tsx';
import { type Looked, usePreview } from './use-preview.ts';

/** A commune's own spreadsheet comes into its plan: looked at first, corrected, then brought in. */
export function ImportScreen() {
  return (
    <RoomTexts catalogues={importTexts}>
      <ImportPage />
    </RoomTexts>
  );
}

function ImportPage() {
  const t = useT();
  const acts = useActs();
  const { id = '' } = useParams();
  const query = useRead<PlanView>(`/api/plans/${encodeURIComponent(id)}`);
  return (
    <Page title={t('plans.import.title')} intro={t('plans.import.intro')} wide>
      <WayBack to={`/plans/${id}/projects`} label={t('plans.import.back.label')}>
        {t('plans.import.back')}
      </WayBack>
      <Done acts={acts} />
      <Reading query={query}>
        {(view) =>
          view.mayWrite && isOpen(view.plan.stage) ? <Import view={view} acts={acts} /> : <Notice>{t('plans.import.closed')}</Notice>
        }
      </Reading>
    </Page>
  );
}

function Import({ view, acts }: { view: PlanView; acts: Acts }) {
  const t = useT();
  const looked = usePreview(view.plan.id);
  const { preview, problem, isLooking } = looked;
  return (
    <>
      <Choose view={view} looked={looked} />
      {problem && (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      )}
      {isLooking && <Loading>{t('plans.import.looking')}</Loading>}
      {preview && <Preview view={view} looked={looked} preview={preview} acts={acts} />}
    </>
  );
}

function Choose({ view, looked: { file, look, isLooking } }: { view: PlanView; looked: Looked }) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const { organizationId = '' } = useSession();
  const [isTooLarge, setTooLarge] = useState(false);
  const most = dates.number(largestTable / 1e6);
  return (
    <Card>
      <FileField
        label={t('plans.import.file')}
        hint={t('plans.import.file.hint', { most })}
        choose={t(file ? 'plans.import.file.other' : 'plans.import.file.choose')}
        chosen={file && <bdi>{file.name}</bdi>}
        accept=".csv,.xlsx,.txt"
        isDisabled={isLooking}
        error={isTooLarge ? t('error.table_too_large') : undefined}
        onChoose={(chosen) => {
          setTooLarge(chosen.size > largestTable);
          if (chosen.size <= largestTable) void look(chosen, {});
        }}
      />
      <p>
        <a
          href={`/api/plans/${view.plan.id}/plan.xlsx?language=${language}&organization=${organizationId}`}
          className="inline-flex min-h-11 items-center font-semibold text-primary underline underline-offset-4"
        >
          {t('plans.import.example')}
        </a>
      </p>
    </Card>
  );
}

interface PreviewProps {
  view: PlanView;
  looked: Looked;
  preview: ImportPreview;
  acts: Acts;
}
function Preview({ view, looked: { file, choices, look }, preview, acts }: PreviewProps) {
  const t = useT();
  const money = useMoney();
  // Of the file as it was read: read anew, everything is chosen again.
  const [left, setLeft] = useState<{ of: ImportPreview; out: Set<number> }>({ of: preview, out: new Set() });
  const [brought, setBrought] = useState<ImportPreview>();
  const out = left.of === preview ? left.out : new Set<number>();
  const { projects } = preview;
  const chosen = projects.filter((project, at) => bringsAnything(project) && !out.has(at));
  const again = (next: typeof choices): void => {
    if (file) void look(file, next);
  };
  if (brought === preview) {
    return (
      <p>
        <Link className={buttonClass('main')} to={`/plans/${view.plan.id}/projects`}>
          {t('plans.import.see')}
        </Link>
      </p>
    );
  }
  async function bring(): Promise<void> {
    const changes = changesOf(view.plan.id, chosen, uuidv7);
    await acts.act(
      changes.map((payload) => ({ kind: 'plans.bring_in', payload: { ...payload } })),
      t('plans.import.brought', { n: chosen.length }),
    );
    setBrought(preview);
  }
  return (
    <>
      {projects.length === 0 ? (
        <Empty title={t('plans.import.none')}>{t('plans.import.none.text')}</Empty>
      ) : (
        <Notice live>
          <strong>{t('plans.import.found')}</strong>{' '}
          {t('plans.import.found.text', {
            projects: projects.length,
            fresh: projects.filter((p) => p.id === null).length,
            cost: money(projects.reduce((sum, p) => sum + p.cost, 0)),
            indicators: projects.reduce((sum, p) => sum + p.indicators.length, 0),
          })}
        </Notice>
      )}
      <UnreadCard preview={preview} />
      <OpenQuestions preview={preview} choices={choices} onChange={again} years={view.plan.years} />
      <TotalsCard preview={preview} />
      <Columns preview={preview} choices={choices} onChange={again} />
      {projects.length > 0 && (
        <>
          <Picks projects={projects} leftOut={out} onChange={(next) => setLeft({ of: preview, out: next })} />
          <p>
            <Button look="main" isDisabled={chosen.length === 0} onPress={bring}>
              {t('plans.import.bring', { n: chosen.length })}
            </Button>
          </p>
        </>
      )}
    </>
  );
}
