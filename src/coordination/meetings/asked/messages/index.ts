import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** The words for those who are asked to a meeting and need no account: letters and public pages. */
export const meetingMessages = { fr, ar, en, es };
