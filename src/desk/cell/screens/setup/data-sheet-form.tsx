import { Button } from '../../../../ui/button.tsx';
import { Notice } from '../../../../ui/card.tsx';
import { Field } from '../../../../ui/field.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { useT } from '../../../../workspace/language.tsx';
import type { DataSheet } from '../../contract.ts';
import { missingOf } from '../../rules.ts';
import { suggestedSheet } from './suggested-sheet.ts';
import { PrintLinks } from './poster.tsx';
import type { StepProps } from './setup-screen.tsx';

const parts = ['purpose', 'legalBasis', 'categories', 'recipients', 'retention'] as const;

/** What the cell does with people's data, in both languages: a suggestion to correct, kept while it is typed, then printed for the wall. */
export function DataSheetForm({ facts, acts }: StepProps) {
  const t = useT();
  const {
    value: draft,
    change,
    discard,
  } = useDraft<DataSheet>(`cell-data-sheet:${facts.organization.id}`, () => facts.dataSheet ?? suggestedSheet);
  if (!draft) return null;
  const missing = missingOf(facts.dataSheet).filter((part) => part !== 'all');
  async function save(): Promise<void> {
    if (!draft) return;
    await acts.act({ kind: 'desk.set_data_sheet', payload: { sheet: draft } }, t('cell.step.data_sheet.saved'));
    await discard();
  }
  return (
    <>
      <Notice>{t('cell.step.data_sheet.suggested')}</Notice>
      {parts.map((part) => (
        <fieldset key={part} className="flex flex-col gap-3">
          <legend className="pb-2 font-bold">{t(`cell.sheet.${part}`)}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            {(['fr', 'ar'] as const).map((language) => (
              <Field
                key={language}
                label={t(`cell.sheet.in_${language}`)}
                dir={language === 'ar' ? 'rtl' : 'ltr'}
                rows={4}
                maxLength={1200}
                value={draft[part][language]}
                onChange={(words) => change({ [part]: { ...draft[part], [language]: words } })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('cell.sheet.rightsContact')}
          hint={t('cell.sheet.rightsContact.hint')}
          value={draft.rightsContact}
          maxLength={300}
          onChange={(rightsContact) => change({ rightsContact })}
        />
        <Field
          label={t('cell.sheet.cndpNumber')}
          hint={t('cell.sheet.cndp.hint')}
          dir="ltr"
          value={draft.cndpNumber}
          maxLength={60}
          onChange={(cndpNumber) => change({ cndpNumber })}
        />
        <Field label={t('cell.sheet.cndpDate')} type="date" value={draft.cndpDate} onChange={(cndpDate) => change({ cndpDate })} />
      </div>
      <p>
        <Button look="main" onPress={() => save()}>
          {t('cell.save')}
        </Button>
      </p>
      {facts.dataSheet && (
        <>
          {missing.length > 0 && (
            <Notice tone="warn">
              {t('cell.sheet.missing', { parts: missing.map((part) => t(`cell.sheet.${part}`)).join(t('workspace.list_comma')) })}
            </Notice>
          )}
          <PrintLinks
            paper="data_sheet"
            printedAt={facts.printed.data_sheet}
            acts={acts}
            links={(['fr,ar', 'fr', 'ar'] as const).map((languages) => ({
              to: `data-sheet?languages=${languages}`,
              label: t(`cell.print.${languages.replace(',', '_')}`),
            }))}
          />
        </>
      )}
    </>
  );
}
