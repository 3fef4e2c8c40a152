import { Button } from '../../ui/button.tsx';
import { useT } from '../../workspace/language.tsx';
import type { PersonRow } from '../contract.ts';
import { PersonFinder } from './person-finder.tsx';
import { PersonLines } from './person-row.tsx';

interface ChooseProps {
  without?: readonly string[];
  onChoose: (person: PersonRow) => void;
}

/** Someone already known, to be pointed at. */
export function ChoosePerson({ without = [], onChoose }: ChooseProps) {
  const t = useT();
  return (
    <PersonFinder without={without}>
      {(person) => (
        <div className="flex items-start justify-between gap-3 rounded-xl border border-line p-4 max-sm:flex-col">
          <div className="flex min-w-0 flex-col gap-1">
            <p className="font-bold">
              <bdi>{person.name}</bdi>
            </p>
            <PersonLines person={person} />
          </div>
          <Button className="shrink-0" aria-label={t('alike.choose_named', { name: person.name })} onPress={() => onChoose(person)}>
            {t('alike.choose')}
          </Button>
        </div>
      )}
    </PersonFinder>
  );
}
