import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Register, RegisterCounts } from '../contract.ts';
import type { Act } from './use-register.ts';

interface ApplyCardProps {
  register: Register;
  counts: RegisterCounts;
  act: Act;
  isSending: boolean;
}

/** The button with which exactly what was reviewed comes in. */
export function ApplyCard({ register, counts, act, isSending }: ApplyCardProps) {
  const t = useT();
  const dates = useDates();
  const waits = counts.undecided.ready + counts.undecided.look;
  const { take, leave, error } = counts;
  return (
    <Card className="gap-3!">
      <p role="status">
        {t('register.apply.summary', { take: dates.number(take), leave: dates.number(leave), error: dates.number(error) })}
      </p>
      {waits > 0 && <Notice tone="info">{t('register.apply.waits', { count: waits })}</Notice>}
      <p>
        <Button
          look="main"
          isDisabled={isSending || waits > 0 || take === 0}
          onPress={() => act('apply_register', { checkId: register.checkId, take, leave })}
        >
          {t('register.apply', { count: take })}
        </Button>
      </p>
    </Card>
  );
}
