import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** What minutes say around the words people wrote: on paper, in public, and on the screen that shows them. */
export const minutesWords = { fr, ar, en, es };
