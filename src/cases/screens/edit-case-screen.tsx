import { useNavigate, useParams } from 'react-router';
import { needs } from '../../desk/lists.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ChooseMany, ChooseOne } from '../../ui/choice.tsx';
import { Field, NativeSelect } from '../../ui/field.tsx';
import { useMissing } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { Page, Waiting } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { CaseFile } from '../contract-file.ts';
import { minorSituations, priorities } from '../lists.ts';
import { type CaseFields, changeOf, fieldsOf } from './case-change.ts';

export function EditCaseScreen() {
  const t = useT();
  const { caseId = '' } = useParams();
  const query = useRead<CaseFile>(`/api/cases/${encodeURIComponent(caseId)}`);
  if (query.data) return <EditCase file={query.data} />;
  return (
    <Page title={t('edit_case.title')}>
      <Reading query={query}>{() => null}</Reading>
    </Page>
  );
}

/** Only what was touched is kept and sent, beside what stood there. */
function EditCase({ file }: { file: CaseFile }) {
  const t = useT();
  const navigate = useNavigate();
  const { send } = useSession();
  const { case: row, person } = file;
  const { value, change, discard } = useDraft<{ touched: Partial<CaseFields> }>(`case-edit:${row.id}`, () => ({ touched: {} }));
  const kept = fieldsOf(row);
  const draft = { ...kept, ...value?.touched };
  const missing = useMissing(draft.needs.length === 0 || draft.needs.length > 6);
  if (!value) return <Waiting />;
  const touch = (part: Partial<CaseFields>) => change({ touched: { ...value.touched, ...part } });
  const overwritten = changeOf(kept, value.touched);

  async function save(): Promise<void> {
    if (!missing.mayGoOn()) return;
    if (Object.keys(overwritten.set).length > 0) await send({ kind: 'cases.change', payload: { caseId: row.id, ...overwritten } });
    await leave();
  }
  async function leave(): Promise<void> {
    await discard();
    await navigate(`/cases/${row.id}`, { replace: true });
  }
  return (
    <Page title={t('edit_case.title')} intro={person?.name ?? row.reference}>
      <Card className="gap-6">
        <ChooseMany
          label={t('desk.needs')}
          hint={t('desk.needs.hint')}
          size="tile"
          error={missing.isShown ? t(draft.needs.length === 0 ? 'desk.needs.missing' : 'desk.needs.too_many') : undefined}
          options={optionsOf(t, 'need', needs)}
          value={draft.needs}
          onChange={(chosen) => touch({ needs: needs.filter((n) => chosen.includes(n)) })}
          isRequired
        />
        <Field
          label={t('open_case.summary')}
          hint={t('open_case.summary.hint')}
          rows={5}
          maxLength={4000}
          value={draft.summary}
          onChange={(summary) => touch({ summary })}
        />
        {'summary' in overwritten.was && overwritten.was.summary && (
          <details>
            <summary className="min-h-11 content-center font-semibold text-primary">{t('edit_case.stands_now')}</summary>
            <p dir="auto" className="border-s-4 border-line ps-3 whitespace-pre-line">
              {overwritten.was.summary}
            </p>
          </details>
        )}
        <ChooseOne
          label={t('open_case.priority')}
          options={optionsOf(t, 'priority', priorities)}
          value={draft.priority}
          onChange={(priority) => touch({ priority })}
        />
        <NativeSelect
          label={t('edit_case.minor')}
          value={draft.minorSituation}
          onChange={(chosen) => touch({ minorSituation: minorSituations.find((m) => m === chosen) ?? '' })}
        >
          <option value="">{t('edit_case.adult')}</option>
          {optionsOf(t, 'minor_situation', minorSituations).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </NativeSelect>
      </Card>
      <div className="flex flex-wrap items-center gap-4">
        <Button look="main" className="w-full sm:w-auto sm:px-8" onPress={() => save()}>
          {t('edit_case.action')}
        </Button>
        <Button onPress={() => leave()}>{t('workspace.cancel')}</Button>
        <p className="text-sm text-quiet">{t('desk.kept')}</p>
      </div>
    </Page>
  );
}
