import { memo } from 'react';
import { Button } from '../../ui/button.tsx';
import { useT } from '../../workspace/language.tsx';

interface BarProps {
  onSave: () => void;
  onEmergency: () => void;
}

/** Always in sight, on a telephone too: what ends a visit, and what cannot wait for one. */
export const DeskBar = memo(function DeskBar({ onSave, onEmergency }: BarProps) {
  const t = useT();
  return (
    <div className="desk-bar no-print sticky bottom-0 z-20 -mx-3 flex items-center gap-x-2 border-t sm:gap-x-4 border-line bg-card px-3 py-2 sm:-mx-6 sm:px-6">
      <Button look="main" className="grow px-2! sm:shrink-0 sm:grow-0 sm:px-8!" onPress={onSave}>
        {t('desk.save')}
      </Button>
      {/* Where there is a keyboard to press. */}
      <p className="hidden min-w-0 text-sm text-quiet pointer-fine:md:block">
        <kbd className="rounded border border-edge px-1.5 font-sans">{t('desk.keys.save')}</kbd> {t('desk.keys.saves')} ·{' '}
        <kbd className="rounded border border-edge px-1.5 font-sans">/</kbd> {t('desk.keys.searches')} · {t('desk.keys.choose')}
      </p>
      <Button look="danger" className="ms-auto shrink-0 border-2! px-4! font-bold" onPress={onEmergency}>
        {t('desk.emergency')}
      </Button>
    </div>
  );
});
