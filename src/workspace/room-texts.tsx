import { type ReactNode, useEffect, useState } from 'react';
import { LanguageContext, useLanguage } from './language.tsx';
import { Waiting } from './page.tsx';
import { addTexts, type Catalogues, type Texts } from './texts.ts';

interface RoomTextsProps {
  catalogues: Catalogues;
  /** Stands here until the words have come; of itself a whole screen that waits. */
  waiting?: ReactNode;
  children: ReactNode;
}

/** Adds the words of a room to those of every screen, fetched with the room: the desk does not carry them. */
export function RoomTexts({ catalogues, waiting = <Waiting />, children }: RoomTextsProps) {
  const speaking = useLanguage();
  const [texts, setTexts] = useState<Texts>();
  useEffect(() => {
    let current = true;
    void addTexts(speaking, catalogues).then((added) => current && setTexts(added));
    return () => {
      current = false;
    };
  }, [speaking, catalogues]);
  if (!texts) return waiting;
  return <LanguageContext value={{ ...speaking, ...texts }}>{children}</LanguageContext>;
}
