import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { isOffline, Problem } from '../../../workspace/http.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useCodeText, useDates, useT } from '../../../workspace/language.tsx';
import { sendFile } from '../../../workspace/send-file.ts';
import { useSession } from '../../../workspace/session.tsx';
import { importsPath } from './use-register.ts';

/** Sends the file of a register and has it read. */
export function FileForm({ largest }: { largest: number }) {
  const t = useT();
  const dates = useDates();
  const codeText = useCodeText();
  const navigate = useNavigate();
  const { send, organizationId } = useSession();
  const [chosen, setChosen] = useState<{ id: string; file: File }>();
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const most = dates.number(largest / 1e6);
  const isTooLarge = chosen !== undefined && chosen.file.size > largest;
  const missing = useMissing(chosen === undefined || isTooLarge);

  async function sendIt(): Promise<void> {
    if (!missing.mayGoOn() || !chosen) return;
    setProblem(undefined);
    setSent(0);
    try {
      await sendFile(`${importsPath}/${chosen.id}`, chosen.file, { organizationId, onProgress: setSent });
      await send({ kind: 'cases.read_register', payload: { importId: chosen.id, fileName: chosen.file.name.slice(-200) } });
      await navigate(`/register/${chosen.id}`);
    } catch (error) {
      setProblem(isOffline(error) ? t('register.file.offline') : codeText('error', error instanceof Problem ? error.code : 'unknown'));
      setSent(undefined);
    }
  }
  return (
    <Card>
      <FileField
        label={t('register.file')}
        hint={t('register.file.hint', { most })}
        choose={t(chosen ? 'register.file.other' : 'register.file.choose')}
        chosen={chosen && <bdi>{chosen.file.name}</bdi>}
        accept=".csv,.xlsx,.txt"
        isDisabled={sent !== undefined}
        onChoose={(file) => {
          setProblem(undefined);
          setChosen({ id: uuidv7(), file });
        }}
        error={
          isTooLarge
            ? t('register.file.too_large', { most })
            : missing.isShown && chosen === undefined
              ? t('register.file.missing')
              : undefined
        }
      />
      {problem && (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      )}
      {sent === undefined ? (
        <p>
          <Button look="main" onPress={() => sendIt()}>
            {t('register.file.send')}
          </Button>
        </p>
      ) : (
        <div className="flex flex-col gap-2">
          <p role="status">{t('register.file.sending')}</p>
          <progress aria-label={t('register.file.sending')} value={sent} max={1} className="h-3 w-full accent-primary" />
        </div>
      )}
    </Card>
  );
}
