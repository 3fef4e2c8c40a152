import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { isOffline, Problem } from '../../../workspace/http.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useCodeText, useLanguage } from '../../../workspace/language.tsx';
import { Waiting } from '../../../workspace/page.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { CaseValues, Template, WriteLetter as Letter } from '../contract.ts';
import { askedIn, emptyLetter, finished, type LetterDraft, languagesOf, offeredBy, openIn, textsFrom } from './letter-draft.ts';
import { Paper } from './paper.tsx';
import { openPreview } from './preview.ts';
import { TextEditor } from './text-editor.tsx';

interface WriteProps {
  known: CaseValues;
  templates: readonly Template[];
  onWritten: (letter: Omit<Letter, 'letterId' | 'caseId'>) => Promise<void>;
}

/** Choose a template, fill in what is not known, correct the words for this once, look at the paper, print. */
export function WriteLetter({ known, templates, onWritten }: WriteProps) {
  const { t, language } = useLanguage();
  const codeText = useCodeText();
  const { organizationId } = useSession();
  const { value: draft, change, discard } = useDraft<LetterDraft>(`letter:${known.caseId}`, () => emptyLetter);
  const [failure, setFailure] = useState<string>();
  const [hasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  if (!draft) return <Waiting />;
  const template = templates.find((one) => one.id === draft.template?.id);
  const printed = finished(draft.texts, draft.typed);
  const open = openIn(printed);

  function begin(next: Template, languages = offeredBy(next).find((l) => l === language) ?? offeredBy(next)[0] ?? 'fr'): void {
    setTried(false);
    change({ template: { id: next.id, version: next.version }, languages, texts: textsFrom(next, languages, known.values) });
  }
  /** What stands in the way, if anything does. */
  const missing =
    open.length > 0
      ? t('letters.blanks', {
          names: open.map(({ name, isKnown }) => (isKnown ? t(`placeholder.${name}`) : `{${name}}`)).join(t('workspace.list_comma')),
        })
      : Object.values(printed).some((text) => text?.trim() === '')
        ? t('letters.empty')
        : undefined;
  const problem = (hasTried && missing) || failure;

  async function act(work: () => Promise<void>): Promise<void> {
    setTried(true);
    setFailure(undefined);
    if (missing) return;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (!isOffline(error) && !(error instanceof Problem)) throw error;
      setFailure(error instanceof Problem ? codeText('error', error.code) : t('workspace.offline'));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Card className="gap-6">
        <ChooseOne
          label={t('letters.which')}
          size="row"
          options={templates.map((one) => ({
            value: one.id,
            label: one.title,
            detail: one.isOwn ? t('letters.own', { version: one.version }) : t('letters.provided'),
          }))}
          value={template?.id ?? ''}
          onChange={(id) => {
            const next = templates.find((one) => one.id === id);
            if (next) begin(next);
          }}
        />
        {template && offeredBy(template).length > 1 && (
          <ChooseOne
            label={t('letters.language')}
            options={offeredBy(template).map((value) => ({ value, label: t(`letters.language.${value}`) }))}
            value={draft.languages}
            onChange={(languages) => begin(template, languages)}
          />
        )}
      </Card>
      {template && (
        <>
          {askedIn(draft.texts).length > 0 && (
            <Card className="gap-5">
              <h2>{t('letters.to_fill')}</h2>
              {askedIn(draft.texts).map((name) => (
                <Field
                  key={name}
                  label={t(`placeholder.${name}`)}
                  rows={name === 'papers' || name === 'case.summary' ? 3 : undefined}
                  maxLength={2000}
                  autoComplete="off"
                  value={draft.typed[name] ?? ''}
                  onChange={(text) => change({ typed: { ...draft.typed, [name]: text } })}
                />
              ))}
            </Card>
          )}
          {languagesOf(draft.languages).map((one) => (
            <section key={one} className="flex flex-col gap-3">
              <h2>{t(`letters.paper.${one}`)}</h2>
              <Paper text={printed[one] ?? ''} language={one} />
              <details>
                <summary className="min-h-11 content-center font-semibold text-primary">{t('letters.correct')}</summary>
                <TextEditor
                  label={t(`letters.text.${one}`)}
                  language={one}
                  value={draft.texts[one] ?? ''}
                  onChange={(text) => change({ texts: { ...draft.texts, [one]: text } })}
                />
              </details>
            </section>
          ))}
          {problem && (
            <Notice tone="bad" live>
              {problem}
            </Notice>
          )}
          <div className="flex flex-wrap gap-3">
            <Button
              look="main"
              className="max-sm:w-full"
              isDisabled={isBusy}
              onPress={() =>
                act(async () => {
                  const { id, version, kind, title } = template;
                  await onWritten({ template: id, templateVersion: draft.template?.version ?? version, kind, title, texts: printed });
                  await discard();
                })
              }
            >
              {t('letters.keep')}
            </Button>
            <Button
              className="max-sm:w-full"
              isDisabled={isBusy}
              onPress={() =>
                act(() =>
                  openPreview({
                    path: '/api/cases/letters/preview',
                    body: { letterId: uuidv7(), kind: template.kind, title: template.title, texts: printed },
                    organizationId,
                  }),
                )
              }
            >
              {t('letters.preview')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
