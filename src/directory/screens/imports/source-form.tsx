import { ChooseOne } from '../../../ui/choice.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { textLanguages } from '../../care/lists.ts';
import { importRhythms } from '../../import/lists.ts';
import type { Acts } from '../../../workspace/acts.tsx';
import { useLanguageName } from '../language-name.ts';
import type { ImportSource } from './answers.ts';

type Draft = Pick<ImportSource, 'name' | 'address' | 'rhythm' | 'language'>;
interface SourceFormProps {
  /** The one to change; without it, a new one. */
  source?: ImportSource;
  acts: Acts;
  onClose: () => void;
}

function isAddress(text: string): boolean {
  const address = text.trim();
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

/** Says which directory comes in, from where and how often. */
export function SourceForm({ source, acts, onClose }: SourceFormProps) {
  const t = useT();
  const languageName = useLanguageName();
  const begun = (): Draft => ({
    name: source?.name ?? '',
    address: source?.address ?? '',
    rhythm: source?.rhythm ?? 'day',
    language: source?.language ?? null,
  });
  const draft = useDraft(`import-source:${source?.id ?? 'new'}`, begun);
  const { name, address, rhythm, language } = draft.value ?? begun();
  const missing = useMissing(name.trim() === '' || !isAddress(address));
  /** What was typed of a new one waits; a change that was given up does not come back. */
  function cancel(): void {
    if (source) void draft.discard();
    onClose();
  }
  async function save(): Promise<void> {
    if (!missing.mayGoOn()) return;
    onClose();
    await acts.act(
      {
        kind: source ? 'directory.change_import_source' : 'directory.add_import_source',
        payload: { sourceId: source?.id ?? uuidv7(), name: name.trim(), address: address.trim(), rhythm, language },
      },
      t(source ? 'imports.changed' : 'imports.added', { name: name.trim() }),
    );
    await draft.discard();
  }
  return (
    <Decision
      title={source ? t('imports.change_named', { name: source.name }) : t('imports.add')}
      onClose={cancel}
      decide={t(source ? 'imports.save' : 'imports.add_action')}
      cancel={t('workspace.cancel')}
      onDecide={() => save()}
    >
      <Field
        label={t('imports.name')}
        hint={t('imports.name.hint')}
        value={name}
        onChange={(text) => draft.change({ name: text })}
        maxLength={200}
        error={missing.isShown && name.trim() === '' ? t('invitation.needed') : undefined}
        isRequired
      />
      <Field
        label={t('imports.address')}
        hint={t('imports.address.hint')}
        type="url"
        dir="ltr"
        value={address}
        onChange={(text) => draft.change({ address: text })}
        maxLength={1000}
        error={missing.isShown && !isAddress(address) ? t('imports.address.wrong') : undefined}
        isRequired
      />
      <ChooseOne
        label={t('imports.rhythm')}
        value={rhythm}
        onChange={(value) => draft.change({ rhythm: value })}
        options={importRhythms.map((value) => ({ value, label: t(`imports.rhythm.${value}`) }))}
      />
      <NativeSelect
        label={t('imports.language')}
        value={language ?? ''}
        onChange={(code) => draft.change({ language: textLanguages.find((known) => known === code) ?? null })}
      >
        <option value="">{t('imports.language.any')}</option>
        {textLanguages.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </NativeSelect>
    </Decision>
  );
}
