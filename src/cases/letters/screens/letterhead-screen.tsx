import { useState } from 'react';
import { Link } from 'react-router';
import type { LetterheadAnswer } from '../../../desk/contract.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { Tick } from '../../../ui/tick.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useCodeText, useT } from '../../../workspace/language.tsx';
import { isOnItsWay } from '../../../workspace/outbox/pending.ts';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { isEmail } from '../../../workspace/typed-email.ts';
import { prepareFile } from '../../screens/attachments/prepare-file.ts';
import { withLetterTexts } from './with-letter-texts.tsx';

export const LetterheadScreen = withLetterTexts(HeadOfPapers);

function HeadOfPapers() {
  const t = useT();
  const query = useRead<LetterheadAnswer>('/api/desk/letterhead');
  return (
    <Page
      title={t('letterhead.title')}
      intro={t('letterhead.intro')}
      actions={
        <Link to="/letters" className={buttonClass('second')}>
          {t('letters.of_cell')}
        </Link>
      }
    >
      <Reading query={query}>{(head) => <EditHead head={head} />}</Reading>
    </Page>
  );
}

/** What stands at the top of the cell's letters, receipts and slips. */
function EditHead({ head }: { head: LetterheadAnswer }) {
  const t = useT();
  const codeText = useCodeText();
  const { send, outbox, organizationId = '' } = useSession();
  const [draft, setDraft] = useState({
    nameFr: head.name.fr,
    nameAr: head.name.ar,
    addressFr: head.address.fr,
    addressAr: head.address.ar,
    phone: head.phone ?? '',
    email: head.email ?? '',
    keepsLogo: head.logoFileId !== null,
  });
  const [logo, setLogo] = useState<{ blob: Blob; name: string }>();
  const [problem, setProblem] = useState<string>();
  const [hasTried, setTried] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const email = draft.email.trim();
  const isWrong = email !== '' && !isEmail(email);
  const change = (part: Partial<typeof draft>): void => {
    setSaved(false);
    setDraft({ ...draft, ...part });
  };

  async function choose(file: File): Promise<void> {
    const prepared = await prepareFile(file, head.largest);
    const isPicture = 'blob' in prepared && prepared.blob.type !== 'application/pdf';
    setSaved(false);
    setProblem(isPicture ? undefined : codeText('error', 'problem' in prepared ? prepared.problem : 'file_wrong_kind'));
    if (isPicture) setLogo({ blob: prepared.blob, name: file.name });
  }
  async function save(): Promise<void> {
    const [fr, ar] = [draft.nameFr.trim(), draft.nameAr.trim()];
    setTried(true);
    if (fr === '' || ar === '' || isWrong) {
      focusFirstProblem();
      return;
    }
    const { phone, keepsLogo } = draft;
    const payload = {
      letterheadId: uuidv7(),
      name: { fr, ar },
      address: { fr: draft.addressFr.trim(), ar: draft.addressAr.trim() },
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      ...(email ? { email } : {}),
      ...(logo ? { fileId: uuidv7() } : {}),
      keepsLogo,
    };
    await send({ kind: 'desk.set_letterhead', payload, ...(logo ? { file: logo.blob } : {}) });
    setLogo(undefined);
    setSaved(true);
  }
  const missing = (value: string): string | undefined => (hasTried && value.trim() === '' ? t('letterhead.name.missing') : undefined);
  return (
    <Card className="gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label={t('letterhead.name_fr')}
          dir="ltr"
          maxLength={160}
          error={missing(draft.nameFr)}
          value={draft.nameFr}
          onChange={(nameFr) => change({ nameFr })}
        />
        <Field
          label={t('letterhead.name_ar')}
          dir="rtl"
          maxLength={160}
          error={missing(draft.nameAr)}
          value={draft.nameAr}
          onChange={(nameAr) => change({ nameAr })}
        />
        <Field
          label={t('letterhead.address_fr')}
          dir="ltr"
          maxLength={200}
          value={draft.addressFr}
          onChange={(addressFr) => change({ addressFr })}
        />
        <Field
          label={t('letterhead.address_ar')}
          dir="rtl"
          maxLength={200}
          value={draft.addressAr}
          onChange={(addressAr) => change({ addressAr })}
        />
        <Field
          label={t('letterhead.phone')}
          type="tel"
          dir="ltr"
          maxLength={60}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
        />
        <Field
          label={t('letterhead.email')}
          type="email"
          dir="ltr"
          maxLength={254}
          error={hasTried && isWrong ? t('letterhead.email.wrong') : undefined}
          value={draft.email}
          onChange={(typed) => change({ email: typed })}
        />
      </div>
      {head.logoFileId && !logo && (
        <div className="flex flex-wrap items-center gap-5">
          <img
            src={`/api/desk/letterhead/logo/${head.logoFileId}?organization=${organizationId}`}
            alt={t('letterhead.logo')}
            className="h-20 max-w-48 object-contain"
          />
          <Tick label={t('letterhead.keeps_logo')} isChosen={draft.keepsLogo} onChange={(keepsLogo) => change({ keepsLogo })} />
        </div>
      )}
      <FileField
        label={t('letterhead.logo')}
        hint={t('letterhead.logo.hint')}
        choose={t(head.logoFileId ? 'letterhead.logo.other' : 'letterhead.logo.choose')}
        accept="image/*"
        chosen={logo ? logo.name : t('letterhead.logo.none')}
        error={problem}
        onChoose={(file) => void choose(file)}
      />
      <p className="flex flex-wrap items-center gap-4">
        <Button look="main" onPress={() => save()}>
          {t('letters.save')}
        </Button>
      </p>
      {isSaved && (
        <Notice tone="good" live>
          {t(isOnItsWay(outbox, 'desk.set_letterhead', {}) ? 'outbox.this_waits' : 'letterhead.saved')}
        </Notice>
      )}
    </Card>
  );
}
