import { useRef, useState } from 'react';
import { Alike, ChoosePerson, type PersonDraft, type PersonErrors, PersonForm } from '../../people/screens/index.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Notice } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';

/** Someone already known, by their record. */
export interface KnownPerson {
  id: string;
  name: string;
}
interface PersonChoiceProps {
  known: KnownPerson | null;
  draft: PersonDraft;
  errors: PersonErrors;
  isNameNeeded: boolean;
  onKnown: (known: KnownPerson | null) => void;
  change: (part: Partial<PersonDraft>) => void;
}

/** Someone known or someone new; while a new one is typed, those they may be come up. */
export function PersonChoice({ known, draft, errors, isNameNeeded, onKnown, change }: PersonChoiceProps) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone with the list it stood in: the focus goes on from what took its place.
  const [isChosenHere, setChosenHere] = useState(false);
  function choose({ id, name }: KnownPerson): void {
    setChosenHere(true);
    onKnown({ id, name });
  }
  function chooseAgain(): void {
    heading.current?.focus();
    onKnown(null);
  }
  return (
    <Card className="gap-6">
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {t('open_case.person')}
        </h2>
        {!isNameNeeded && !known && <p className="text-quiet">{t('open_case.person.hint')}</p>}
      </div>
      {known ? (
        <Notice tone="good" live>
          <p className="flex flex-wrap items-center justify-between gap-3">
            <span>
              {t('person_choice.known')} <bdi className="font-bold">{known.name}</bdi>
            </span>
            <Button look="quiet" autoFocus={isChosenHere} onPress={chooseAgain}>
              {t('person_choice.change')}
            </Button>
          </p>
        </Notice>
      ) : (
        <>
          <details>
            <summary className="min-h-11 content-center font-semibold text-primary">{t('person_choice.search')}</summary>
            <div className="pt-2">
              <ChoosePerson onChoose={choose} />
            </div>
          </details>
          <PersonForm draft={draft} change={change} errors={errors} isNameNeeded={isNameNeeded}>
            <Alike draft={draft} onChoose={choose} />
          </PersonForm>
        </>
      )}
    </Card>
  );
}
