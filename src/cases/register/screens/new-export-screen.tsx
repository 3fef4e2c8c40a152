import { useState } from 'react';
import { useNavigate } from 'react-router';
import { needs as allNeeds } from '../../../desk/lists.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ChooseMany, ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { Tick } from '../../../ui/tick.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useLanguage, useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { useSession } from '../../../workspace/session.tsx';
import { type ExportKind, allowedColumns, exportFormats, exportKinds } from '../lists.ts';
import { RegisterPage, RegisterRoom } from './register-page.tsx';

/** A sentence, not a word. */
const shortest = 10;

export function NewExportScreen() {
  return (
    <RegisterRoom>
      <NewExport />
    </RegisterRoom>
  );
}

/** What goes out and why: without names unless somebody asks for them, without telephones unless somebody says why. */
function NewExport() {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const { send } = useSession();
  const [kind, setKind] = useState<ExportKind>('visits');
  const [named, setNamed] = useState(false);
  const [wishesContacts, setWishesContacts] = useState(false);
  const contacts = named && wishesContacts;
  const allowed = allowedColumns(kind, named, contacts);
  const [left, setLeft] = useState<readonly string[]>([]);
  const columns = allowed.filter((column) => !left.includes(column));
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [needs, setNeeds] = useState<(typeof allNeeds)[number][]>([]);
  const [reason, setReason] = useState('');
  const [purpose, setPurpose] = useState('');
  const [format, setFormat] = useState<(typeof exportFormats)[number]>('xlsx');
  const isBackwards = since !== '' && until !== '' && until < since;
  const isShort = (text: string): boolean => text.trim().length < shortest;
  const missing = useMissing(columns.length === 0 || isBackwards || isShort(purpose) || (contacts && isShort(reason)));
  const sentence = (text: string): string | undefined =>
    missing.isShown && isShort(text) ? t('register.export.sentence.missing') : undefined;

  async function make(): Promise<void> {
    if (!missing.mayGoOn()) return;
    const payload = {
      exportId: uuidv7(),
      kind,
      columns,
      since: since || null,
      until: until || null,
      needs,
      named,
      contacts,
      contactsReason: contacts ? reason.trim() : null,
      purpose: purpose.trim(),
      format,
      language,
    };
    await send({ kind: 'cases.make_export', payload });
    await navigate('/exports');
  }
  return (
    <RegisterPage title={t('register.export.new')} back={{ to: '/exports', label: t('register.export.back') }}>
      <Card>
        <ChooseOne
          label={t('register.export.kind')}
          options={optionsOf(t, 'register.export.kind', exportKinds)}
          value={kind}
          onChange={setKind}
        />
        <div>
          <Tick label={t('register.export.named')} isChosen={named} onChange={setNamed} />
          <p className="text-sm text-quiet">{t('register.export.named.hint')}</p>
          {named && <Tick label={t('register.export.contacts')} isChosen={wishesContacts} onChange={setWishesContacts} />}
        </div>
        {contacts && (
          <Field
            label={t('register.export.contacts.reason')}
            value={reason}
            onChange={setReason}
            rows={2}
            maxLength={500}
            error={sentence(reason)}
            isRequired
          />
        )}
        <ChooseMany
          label={t('register.export.columns')}
          options={optionsOf(t, 'register.column', allowed)}
          value={columns}
          onChange={(chosen) => setLeft(allowed.filter((column) => !chosen.includes(column)))}
          isLongList
          {...(missing.isShown && columns.length === 0 ? { error: t('register.export.columns.missing') } : {})}
        />
      </Card>
      <Card>
        <Period
          since={since}
          until={until}
          onSince={setSince}
          onUntil={setUntil}
          error={missing.isShown && isBackwards ? t('register.export.until.before') : undefined}
        />
        <ChooseMany
          label={t('register.export.needs')}
          hint={t('register.export.needs.hint')}
          options={optionsOf(t, 'need', allNeeds)}
          value={needs}
          onChange={setNeeds}
          isLongList
        />
      </Card>
      <Card>
        <Field
          label={t('register.export.purpose')}
          hint={t('register.export.purpose.hint')}
          value={purpose}
          onChange={setPurpose}
          rows={2}
          maxLength={500}
          error={sentence(purpose)}
          isRequired
        />
        <ChooseOne
          label={t('register.export.format')}
          options={optionsOf(t, 'register.export.format', exportFormats)}
          value={format}
          onChange={setFormat}
        />
      </Card>
      <p>
        <Button look="main" onPress={() => make()}>
          {t('register.export.make')}
        </Button>
      </p>
    </RegisterPage>
  );
}

interface PeriodProps {
  since: string;
  until: string;
  onSince: (day: string) => void;
  onUntil: (day: string) => void;
  error: string | undefined;
}
function Period({ since, until, onSince, onUntil, error }: PeriodProps) {
  const t = useT();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('register.export.since')} type="date" value={since} onChange={onSince} />
      <Field label={t('register.export.until')} type="date" value={until} onChange={onUntil} {...(error ? { error } : {})} />
    </div>
  );
}
