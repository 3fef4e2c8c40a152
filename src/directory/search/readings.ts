import { isSurelyArabizi } from './arabizi.ts';
import { withoutVerbEndings } from './arabic-forms.ts';
import type { Near, Vocabulary } from './vocabulary.ts';

/** A word of the directory that one word of the question may stand for, and what it is worth beside the word itself (1). */
export interface Reading {
  word: string;
  worth: number;
}
export interface Readings {
  all: Reading[];
  /** The word searched instead of one that nobody used. */
  corrected?: string;
}

const worth = { slip: 1, form: 0.8, sounding: 0.5, second: 0.6, completed: 0.7, far: 0.6, likelier: 0.3 };
const shortestToCorrect = 4;
/** A known word that is rarer than this, and so much rarer than one a slip away, may be that slip. */
const rare = 2;
const timesRarer = 10;
/** Costs this near the best may be meant as well: of a slip hardly any, of a transcription more, for everybody transcribes otherwise. */
const nearlyAsGood = { slip: 0.15, transcription: 0.3 };
/** A transcription that costs no more is considered even where a slip of the hand explains the word. */
const surely = 0.2;
const mostReadings = 6;

/** The likeliest and those almost as likely, each worth less the farther it is from the first. */
const likeliest = (all: readonly Near[], within: number, first: number): Reading[] =>
  all
    .slice(0, mostReadings)
    .map(({ word, cost }) => ({ word, extra: cost - (all[0]?.cost ?? 0) }))
    .filter(({ extra }) => extra <= within)
    .map(({ word, extra }) => ({ word, worth: first * (1 - extra) }));

/** What a word that the directory knows may mean beside itself: its plural or singular, its twin in another spelling, a far commoner neighbour. */
export function readingsOfKnown(vocabulary: Vocabulary, word: string): Reading[] {
  const found: Reading[] = [{ word, worth: 1 }];
  // Known by its stem alone, and perhaps in a language that was not meant: « safar » is a Spanish form of « safe ».
  if (vocabulary.frequencyOf(word) === 0) found.push(...likeliest(vocabulary.transcribed(word), nearlyAsGood.transcription, worth.form));
  for (const form of vocabulary.formsOf(word)) found.push({ word: form, worth: worth.form });
  for (const like of vocabulary.soundingLike(word)) found.push({ word: like, worth: worth.sounding });
  const frequency = vocabulary.frequencyOf(word);
  if (frequency <= rare && word.length >= shortestToCorrect) {
    const likelier = vocabulary.oneSlipFrom(word).find((near) => vocabulary.frequencyOf(near.word) > timesRarer * Math.max(1, frequency));
    if (likelier) found.push({ word: likelier.word, worth: worth.likelier });
  }
  return found;
}

/** What a word that nobody used may mean: Arabic in Latin letters, a slip of the hand, another form, the beginning of a word. */
export function readingsOfUnknown(vocabulary: Vocabulary, word: string, isLast: boolean): Readings {
  const transcribed = vocabulary.transcribed(word);
  const slips = word.length >= shortestToCorrect ? vocabulary.oneSlipFrom(word) : [];
  const forms = vocabulary.formsOf(word);
  const verbs = forms.length === 0 ? verbsIn(vocabulary, word) : [];
  const completed = isLast && word.length >= shortestToCorrect ? vocabulary.beginningWith(word) : [];

  const found = new Map<string, number>();
  // A word with digits is Arabic; another is a slip first when it is long enough to be told from a stranger.
  const sure = isSurelyArabizi(word);
  const arabicFirst = transcribed.length > 0 && (sure || slips.length === 0 || word.length <= shortestToCorrect);
  const plausible = arabicFirst || (transcribed[0]?.cost ?? 1) <= surely ? transcribed : [];
  const inArabic = likeliest(plausible, nearlyAsGood.transcription, arabicFirst ? worth.slip : worth.second);
  const slipped = likeliest(sure ? [] : slips, nearlyAsGood.slip, arabicFirst ? worth.second : worth.slip);
  const [first, second] = arabicFirst ? [inArabic, slipped] : [slipped, inArabic];
  const add = (readings: readonly Reading[]): void => {
    for (const { word: each, worth: value } of readings) if (!found.has(each)) found.set(each, value);
  };
  add(first);
  for (const { word: each } of slipped) for (const like of vocabulary.soundingLike(each)) add([{ word: like, worth: worth.sounding }]);
  for (const form of [...forms, ...verbs]) add([{ word: form, worth: worth.form }]);
  add(second);
  for (const whole of completed) add([{ word: whole, worth: worth.completed }]);
  if (found.size === 0) {
    const far = vocabulary.correct(word);
    if (far !== undefined) found.set(far, worth.far);
  }
  const all = [...found].map(([each, value]) => ({ word: each, worth: value }));
  // A form or the beginning of a word was not typed wrongly.
  const corrected = first[0]?.word ?? (forms.length + verbs.length + completed.length > 0 ? undefined : (second[0] ?? all[0])?.word);
  return { all, ...(corrected === undefined ? {} : { corrected }) };
}

function verbsIn(vocabulary: Vocabulary, word: string): string[] {
  for (const bare of withoutVerbEndings(word)) {
    if (vocabulary.termsOf(bare).length > 0) return [bare, ...vocabulary.kinOf(bare).filter((kin) => kin !== bare)].slice(0, mostReadings);
    const kin = vocabulary.kinOf(bare);
    if (kin.length > 0) return kin.slice(0, mostReadings);
  }
  return [];
}
