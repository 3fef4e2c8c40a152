import { coordinationMessages, meetingMessages, minutesWords, toldMessages } from '../coordination/index.ts';
import { directoryMessages } from '../directory/index.ts';
import { planMessages } from '../plans/index.ts';
import { type Language, languages, type Translate, translator } from '../platform/i18n/index.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

const siteMessages = { fr, ar, en, es };

/** One translator per language, over the texts of the public pages. */
export const translators = Object.fromEntries(
  languages.map((language) => [
    language,
    translator(
      [
        siteMessages[language],
        directoryMessages[language],
        coordinationMessages[language],
        minutesWords[language],
        meetingMessages[language],
        toldMessages[language],
        planMessages[language],
      ],
      language,
    ),
  ]),
) as Record<Language, Translate>;
