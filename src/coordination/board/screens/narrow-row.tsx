import { Button } from '../../../ui/button.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import { CommuneSelect } from '../../../territory/screens/index.ts';
import { audiences, signals, themes } from '../../lists.ts';
import { OrganizationSelect } from '../../screens/parts/organization-select.tsx';
import { useNarrowed } from './use-narrowed.ts';

type Choice = 'theme' | 'audience' | 'commune' | 'owner' | 'signal';

/** What the actions in sight are narrowed by. */
export function NarrowRow({ by }: { by: readonly Choice[] }) {
  const t = useT();
  const { narrowed, set, showAll } = useNarrowed();
  const select = (name: 'theme' | 'audience' | 'signal', values: readonly string[], family: string) =>
    by.includes(name) && (
      <NativeSelect label={t(`board.by.${name}`)} value={narrowed[name] ?? ''} onChange={(value) => set(name, value)}>
        <option value="">{t(`board.any.${name}`)}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {t(`${family}.${value}`)}
          </option>
        ))}
      </NativeSelect>
    );
  return (
    <div className="no-print flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-4">
        {select('theme', themes, 'thread.theme')}
        {select('audience', audiences, 'thread.for')}
        {select('signal', signals, 'thread.signal')}
        {by.includes('commune') && (
          <CommuneSelect
            label={t('board.by.commune')}
            none={t('board.any.commune')}
            value={narrowed.commune === 'region' ? '' : (narrowed.commune ?? '')}
            onChange={(value) => set('commune', value)}
          />
        )}
        {by.includes('owner') && (
          <OrganizationSelect
            label={t('board.by.owner')}
            none={t('board.any.owner')}
            value={narrowed.owner === 'none' ? '' : (narrowed.owner ?? '')}
            onChange={(value) => set('owner', value)}
          />
        )}
      </div>
      {Object.keys(narrowed).length > 0 && (
        <p>
          <Button look="quiet" onPress={showAll}>
            {t('board.all')}
          </Button>
        </p>
      )}
    </div>
  );
}
