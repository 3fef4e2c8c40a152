import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** What the closed lists of a plan are called wherever it is read: on paper, in a workbook, in public. */
export const planWords = { fr, ar, en, es };
