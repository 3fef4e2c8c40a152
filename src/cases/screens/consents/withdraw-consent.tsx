import { Decision } from '../../../ui/dialog.tsx';
import { useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { CaseFile, ConsentRow } from '../../contract-file.ts';

/** What happens at once when an agreement is taken back, in sentences; the server does the same. */
function useEffects(consent: ConsentRow, { consents, attached }: CaseFile): string[] {
  const t = useT();
  const others = consents.filter((c) => c.id !== consent.id && c.answer === 'given' && c.withdrawnAt === null);
  const gone = consent.purpose === 'file' ? [consent, ...others] : [consent];
  const has = (purpose: string): boolean => gone.some((c) => c.purpose === purpose);
  const shares = gone.flatMap((c) => c.shares).filter((s) => s.status !== 'withdrawn');
  return [
    ...shares.flatMap((s) => [
      t('consent.effect.referral', { reference: s.reference, name: s.receiverName, status: t(`referral_status.${s.status}`) }),
      ...(s.hasCopy ? [t('consent.effect.copy', { name: s.receiverName })] : []),
    ]),
    ...(consent.purpose === 'referral'
      ? [...(shares.length === 0 ? [t('consent.effect.nothing_sent')] : []), t('consent.effect.no_more')]
      : []),
    ...(has('contact') ? [t('consent.effect.contact')] : []),
    ...(has('photo') ? [t('consent.effect.attachments', { count: attached })] : []),
    ...(consent.purpose === 'file' ? [t('consent.effect.others', { count: others.length }), t('consent.effect.erase')] : []),
  ];
}

interface WithdrawProps {
  consent: ConsentRow;
  name: string;
  file: CaseFile;
  onDone: () => void;
}
export function WithdrawConsent({ consent, name, file, onDone }: WithdrawProps) {
  const t = useT();
  const { send } = useSession();
  const effects = useEffects(consent, file);
  return (
    <Decision
      title={t('consent.withdraw_named', { name })}
      onClose={onDone}
      decide={t('consent.withdraw.confirm')}
      cancel={t('workspace.cancel')}
      onDecide={() => {
        void send({ kind: 'people.withdraw_consent', payload: { consentId: consent.id } });
        onDone();
      }}
    >
      <p>{t('consent.withdraw.effects')}</p>
      <ul className="flex list-disc flex-col gap-2 ps-5">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </Decision>
  );
}
