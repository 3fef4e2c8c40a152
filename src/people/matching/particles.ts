/** Before a name, part of it, and often written together with it, or left out. */
const prefixes = new Map<string, string>();
const asPrefix = (written: string, spellings: string): void => {
  for (const spelling of spellings.split(' ')) prefixes.set(spelling, written);
};
asPrefix('el', 'el al ul il as es ez ed ad ud er en ech ash et');
asPrefix('ben', 'ben bin ibn ibnou ibnu bni');
asPrefix('bent', 'bent bint binti');
asPrefix('bou', 'bou bu');
asPrefix('abou', 'abou abu abi aba');
asPrefix('oum', 'oum um umm');
asPrefix('ait', 'ait aith ayt');
asPrefix('ould', 'ould oulad ouled wuld wld');
asPrefix('mac', 'mac mc');
asPrefix('san', 'san saint st');
asPrefix('ال', 'ال آل ٱل');
asPrefix('بن', 'بن ابن إبن بني');
asPrefix('بنت', 'بنت ابنة');
asPrefix('بو', 'بو');
asPrefix('ابو', 'ابو أبو ابي أبي ابا أبا');
asPrefix('ام', 'ام أم');
asPrefix('ايت', 'ايت آيت أيت ايث');
asPrefix('ولد', 'ولد اولاد أولاد');

export const isArticle = (prefix: string | undefined): boolean => prefix === 'el' || prefix === 'ال';

/** The servant of …: one name with the word that follows, whatever article stands between. */
const servants = /^(?:abd[aeou]{0,2}l?|عبد(?:ال)?)$/;
const servantOf = /^abd[aeiou]{0,2}(?:l(?=.{3})|([tdrzsnl])(?=\1))(?=.{2})/;

/** Titles and small words that do not tell people apart; kept where nothing else is left. */
const light = new Set(
  (
    'dr mr mrs ms mme mlle me pr prof sir lord lady dame hon honourable rt rev gen general brig brg col colonel capt captain maj major lt sgt mp jr jnr sr ii iii iv eng sheikh shaikh cheikh sayyid sayed ' +
    'sidi sidy moulay mulay lalla lala hajj hadj haj hajji baron baronet viscount earl count prince princess king queen emperor emir president senator judge saint 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th ' +
    'de du des da das do dos di del della van von der den ter zu la le les of the and y e i und ' +
    'سيدي مولاي لالة لالا د دكتور الدكتور الدكتورة السيد السيدة الحاج الحاجة الشيخ الشيخة الأستاذ المهندس'
  ).split(' '),
);

/** … of the faith: one name with the word before it, «Nour-Eddine», «نور الدين». */
const ofFaith = /^(?:[aeu]?d?d(?:i|ee)ne?|aldin|aldeen|الدين|دين)$/;
const faithInside = /(?:[aeiou]dd|[eu]d)(?:i|ee)ne?$/;

interface Part {
  prefix: string;
  rest: string;
}

/** The parts of a name without titles; particles go with the part they introduce. */
export function cutParticles(parts: readonly string[]): Part[] {
  const heavy = parts.filter((part) => !light.has(part));
  const kept: Part[] = [];
  let prefix = '';
  for (const part of heavy.length > 0 ? heavy : parts) {
    const bare = part.normalize('NFD').replace(/\p{Mn}/gu, '');
    const introduced = prefixes.get(bare);
    const before = kept.at(-1);
    if (before && ofFaith.test(bare)) {
      before.rest += /^\p{Script=Arabic}/u.test(before.rest) ? 'دين' : 'din';
      prefix = '';
    } else if (before && servants.test(before.rest) && !prefix) {
      // «Abd el-Kader»: the article says nothing here.
      if (isArticle(introduced)) continue;
      before.rest = servant(before.rest) + (bare.startsWith('ال') ? bare.slice(2) : bare);
    } else if (introduced !== undefined) {
      prefix = prefix && isArticle(introduced) ? prefix : introduced;
    } else {
      kept.push({ prefix, rest: inOneWay(part) });
      prefix = '';
    }
  }
  // «Ali Ben» ends with a name; «Mohamed El» is still being typed.
  if (prefix && (kept.length === 0 || !isArticle(prefix))) kept.push({ prefix: '', rest: prefix });
  return kept;
}

const servant = (word: string): string => (word.startsWith('عبد') ? 'عبد' : 'abd');

/** «Abdelkader», «Abdessamad», «عبدالصمد», «Noureddine», «نورالدين» without the article inside. */
export function inOneWay(part: string): string {
  if (part.startsWith('عبدال') && part.length > 6) return `عبد${part.slice(5)}`;
  if (part.endsWith('الدين') && part.length > 6) return `${part.slice(0, -5)}دين`;
  return part.replace(servantOf, 'abd').replace(faithInside, 'din');
}
