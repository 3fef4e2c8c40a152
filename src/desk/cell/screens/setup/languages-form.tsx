import { Button } from '../../../../ui/button.tsx';
import { ChooseMany } from '../../../../ui/choice.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { useT } from '../../../../workspace/language.tsx';
import { optionsOf } from '../../../../workspace/options.ts';
import { exchangeLanguages } from '../../../lists.ts';
import { editService, type ServiceFields, ServiceReading } from './service-record.tsx';
import type { StepProps } from './setup-screen.tsx';

const offered = exchangeLanguages.filter((code) => code !== 'other');
type Props = Pick<StepProps, 'acts'> & { serviceId: string };

/** Which languages someone of the cell speaks; one the list does not have stays as the directory says it. */
export function LanguagesForm(props: Props) {
  return <ServiceReading serviceId={props.serviceId}>{({ languages }) => <Form {...props} languages={languages} />}</ServiceReading>;
}

function Form({ acts, serviceId, languages }: Props & Pick<ServiceFields, 'languages'>) {
  const t = useT();
  const {
    value: draft,
    change,
    discard,
  } = useDraft(`cell-languages:${serviceId}`, () => ({
    spoken: offered.filter((code) => languages.some((l) => l.code === code)),
  }));
  if (!draft) return null;
  const rest = languages.filter((l) => !offered.some((code) => code === l.code));
  async function save(): Promise<void> {
    if (!draft) return;
    await acts.act(
      editService(serviceId, { languages: [...rest, ...draft.spoken.map((code) => ({ code }))] }),
      t('cell.step.languages.saved'),
    );
    await discard();
  }
  return (
    <>
      <ChooseMany
        label={t('cell.step.languages.which')}
        options={optionsOf(t, 'language', offered)}
        value={draft.spoken}
        onChange={(spoken) => change({ spoken })}
      />
      <p>
        <Button look="main" onPress={() => save()}>
          {t('cell.save')}
        </Button>
      </p>
    </>
  );
}
