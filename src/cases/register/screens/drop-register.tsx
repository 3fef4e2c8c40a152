import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Act } from './use-register.ts';

/** Gives a file up, once asked again: its rows go with it. */
export function DropRegister({ act }: { act: Act }) {
  const t = useT();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  return (
    <p>
      <Button look="danger" onPress={() => setAsked(true)}>
        {t('register.drop')}
      </Button>
      {asked && (
        <Decision
          title={t('register.drop')}
          decide={t('register.drop.confirm')}
          cancel={t('workspace.cancel')}
          onClose={() => setAsked(false)}
          onDecide={() => act('drop_register').then(() => navigate('/register'))}
        >
          <p>{t('register.drop.explained')}</p>
        </Decision>
      )}
    </p>
  );
}
