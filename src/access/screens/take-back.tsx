import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { useT } from '../../workspace/language.tsx';

interface TakeBackProps {
  label: string;
  /** The same with whom it is about, for whoever hears the button alone. */
  named: string;
  /** On the button that does it. */
  confirm: string;
  onConfirm: () => void;
  /** What it means. */
  children: ReactNode;
}

/** Takes something back from someone, once it was asked whether that is meant. */
export function TakeBack({ label, named, confirm, onConfirm, children }: TakeBackProps) {
  const t = useT();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button look="quiet" className="text-bad!" aria-label={named} onPress={() => setIsAsking(true)}>
        {label}
      </Button>
      <Decision
        title={label}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        decide={confirm}
        cancel={t('workspace.cancel')}
        onDecide={() => {
          setIsAsking(false);
          onConfirm();
        }}
      >
        <p>{children}</p>
      </Decision>
    </>
  );
}
