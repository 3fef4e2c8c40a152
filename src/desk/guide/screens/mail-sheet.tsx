import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { ask, isOffline as isAway, Problem } from '../../../workspace/http.ts';
import { useCodeText, useT } from '../../../workspace/language.tsx';
import { isEmail } from '../../../workspace/typed-email.ts';
import type { GuideLanguage, GuideProcedure } from '../contract.ts';

interface MailProps {
  procedure: GuideProcedure;
  language: GuideLanguage;
  ready: readonly number[];
  canMail: boolean;
  isOffline: boolean;
}

/** Sends the checklist to an address typed for this once. It stays in this component: no draft, no outbox of the device. */
export function MailSheet({ procedure, language, ready, canMail, isOffline }: MailProps) {
  const t = useT();
  const codeText = useCodeText();
  const [to, setTo] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<{ text: string; isGood: boolean }>();
  async function send(): Promise<void> {
    const address = to.trim();
    setOutcome(undefined);
    setWrong(!isEmail(address));
    if (isSending || !isEmail(address)) return;
    setSending(true);
    try {
      await ask(`/api/desk/guide/${procedure.id}/send`, { method: 'POST', body: { to: address, languages: [language], ready } });
      setTo('');
      setOutcome({ text: t('guide.mail.sent'), isGood: true });
    } catch (error) {
      if (error instanceof Problem && error.code === 'invalid_fields') setWrong(true);
      else {
        const text = isAway(error) ? t('guide.mail.offline') : codeText('error', error instanceof Problem ? error.code : 'unknown');
        setOutcome({ text, isGood: false });
      }
    } finally {
      setSending(false);
    }
  }
  return (
    <details>
      <summary className="min-h-11 content-center font-semibold text-primary">{t('guide.mail')}</summary>
      {!canMail || isOffline ? (
        <p className="text-quiet">{t(canMail ? 'guide.mail.offline' : 'guide.mail.off')}</p>
      ) : (
        <form
          noValidate
          className="flex flex-col gap-3 pt-1"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Field
            label={t('guide.mail.address')}
            hint={t('guide.mail.hint')}
            error={isWrong ? t('guide.mail.wrong') : undefined}
            type="email"
            dir="ltr"
            autoComplete="off"
            value={to}
            onChange={setTo}
          />
          <p>
            <Button type="submit" isDisabled={isSending}>
              {t('guide.mail.send')}
            </Button>
          </p>
        </form>
      )}
      {outcome && (
        <Notice tone={outcome.isGood ? 'good' : 'bad'} live>
          {outcome.text}
        </Notice>
      )}
    </details>
  );
}
