import { type ReactNode, useEffect, useState } from 'react';
import { LanguageContext, useLanguage } from './language.tsx';
import { Waiting } from './page.tsx';
import { addTexts, type Catalogues, type Texts } from './texts.ts';

/** Adds the words of a room to those of every screen, fetched with the room: the desk does not carry them. */
export function RoomTexts({ catalogues, children }: { catalogues: Catalogues; children: ReactNode }) {
  const speaking = useLanguage();
  const [texts, setTexts] = useState<Texts>();
  useEffect(() => {
    let current = true;
    void addTexts(speaking, catalogues).then((added) => current && setTexts(added));
    return () => {
      current = false;
    };
  }, [speaking, catalogues]);
  if (!texts) return <Waiting />;
  return <LanguageContext value={{ ...speaking, ...texts }}>{children}</LanguageContext>;
}
