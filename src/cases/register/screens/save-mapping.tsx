import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';

interface SaveMappingProps {
  proposedBy: string | null;
  onSave: (name: string) => Promise<void>;
}

/** Keeps how this file is read under a name, for the next one. */
export function SaveMapping({ proposedBy, onSave }: SaveMappingProps) {
  const t = useT();
  const [name, setName] = useState(proposedBy ?? '');
  const [saved, setSaved] = useState('');
  return (
    <Card>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-60">
          <Field
            label={t('register.map.save.name')}
            hint={t('register.map.save.hint')}
            value={name}
            maxLength={120}
            onChange={(typed) => {
              setName(typed);
              setSaved('');
            }}
          />
        </div>
        <Button isDisabled={name.trim() === ''} onPress={() => onSave(name.trim()).then(() => setSaved(name))}>
          {t('register.map.save')}
        </Button>
      </div>
      {saved !== '' && (
        <Notice tone="good" live>
          {t('register.map.saved')}
        </Notice>
      )}
    </Card>
  );
}
