import { useState } from 'react';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/card.tsx';
import { Window } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { ask, isOffline, Problem } from '../../../workspace/http.ts';
import { useCodeText, useLanguage } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { isEmail } from '../../../workspace/typed-email.ts';
import type { CaseFile, ConsentRow } from '../../contract-file.ts';

interface ReceiptProps {
  consent: ConsentRow;
  name: string;
  person: CaseFile['person'];
  onDone: () => void;
}

/** A paper for the person, or the same words to an address: their own where they wish it, or one that is not kept. */
export function ConsentReceipt({ consent, name, person, onDone }: ReceiptProps) {
  const { t, language } = useLanguage();
  const codeText = useCodeText();
  const { organizationId = '' } = useSession();
  const [address, setAddress] = useState('');
  const [state, setState] = useState<'open' | 'sending' | 'sent' | { problem: string }>('open');
  const mayWrite = person?.contactPreference === 'any' || person?.contactPreference === 'message';

  async function send(to: { address: string } | { own: true }): Promise<void> {
    if ('address' in to && !isEmail(to.address)) {
      setState({ problem: t('consent.receipt.address.missing') });
      return;
    }
    setState('sending');
    try {
      await ask(`/api/cases/consents/${consent.id}/send`, { method: 'POST', body: { ...to, languages: [language] } });
      setState('sent');
    } catch (error) {
      if (!isOffline(error) && !(error instanceof Problem)) throw error;
      setState({ problem: error instanceof Problem ? codeText('error', error.code) : t('workspace.offline') });
    }
  }
  return (
    <Window
      title={t('consent.receipt.of', { name })}
      onClose={onDone}
      foot={<Button onPress={onDone}>{t('consent.receipt.close')}</Button>}
    >
      <h3>{t('consent.receipt.print')}</h3>
      <ul className="flex flex-wrap gap-3">
        {(['fr,ar', 'ar', 'fr'] as const).map((languages) => (
          <li key={languages}>
            <a
              href={`/api/cases/consents/${consent.id}/receipt?languages=${languages}&organization=${organizationId}`}
              target="_blank"
              rel="noreferrer"
              className={buttonClass(languages === 'fr,ar' ? 'main' : 'second')}
            >
              {t(`consent.receipt.${languages.replace(',', '_')}`)}
            </a>
          </li>
        ))}
      </ul>
      <Field
        label={t('consent.receipt.address')}
        hint={t('consent.receipt.address.hint')}
        error={typeof state === 'object' ? state.problem : undefined}
        type="email"
        dir="ltr"
        autoComplete="off"
        maxLength={254}
        value={address}
        onChange={setAddress}
      />
      <div className="flex flex-wrap gap-3">
        <Button onPress={() => send({ address: address.trim() })}>{t('consent.receipt.send')}</Button>
        {person?.email &&
          (mayWrite ? (
            <Button onPress={() => send({ own: true })}>{t('consent.receipt.own')}</Button>
          ) : (
            <p className="text-quiet">{t('consent.receipt.own.not_wished')}</p>
          ))}
      </div>
      {state === 'sent' && (
        <Notice tone="good" live>
          {t('consent.receipt.sent')}
        </Notice>
      )}
    </Window>
  );
}
