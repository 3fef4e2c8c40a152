import { shareableFields } from '../../people/contract.ts';
import { direction, type Messages, translator } from '../../platform/i18n/index.ts';
import ar from './read-aloud/ar.json' with { type: 'json' };
import en from './read-aloud/en.json' with { type: 'json' };
import fr from './read-aloud/fr.json' with { type: 'json' };

const written: Record<string, Messages> = { fr, ar, en };

/** In which written texts a person who speaks this language can be told; Darija and Tarifit speakers are read the Arabic. */
export function textsFor(spoken: string): string[] {
  if (spoken in written) return [spoken];
  return spoken === 'ary' || spoken === 'rif' ? ['ar'] : ['fr', 'ar', 'en'];
}

interface ReadAloudProps {
  spoken: string;
  partner: string;
  fields: readonly string[];
}
/** What the agent says before asking for agreement, in plain words and in the person's language. */
export function ReadAloud({ spoken, partner, fields }: ReadAloudProps) {
  return (
    <div className="flex flex-col gap-3">
      {textsFor(spoken).map((language) => {
        const t = translator([written[language] ?? fr], language);
        const chosen = shareableFields.filter((f) => fields.includes(f)).map((f) => t(`read_aloud.${f}`));
        const list = chosen.length > 0 ? new Intl.ListFormat(language).format(chosen) : t('read_aloud.nothing');
        return (
          <blockquote
            key={language}
            lang={language}
            dir={direction(language)}
            className="rounded-xl border-s-4 border-primary bg-primary-soft p-4 text-lg leading-relaxed"
          >
            {t('read_aloud.text', { partner, fields: list })}
          </blockquote>
        );
      })}
    </div>
  );
}
