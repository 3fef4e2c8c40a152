import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** What letters about the thread say, and the pages their links lead to. */
export const toldMessages = { fr, ar, en, es };
