import { plainArabic } from './read-arabic.ts';
import { plainLatin } from './read-latin.ts';
import type { Word } from './words.ts';

/** Names that so many people bear, in Morocco and around it, that sharing one says little. */
const common = new Set(
  (
    'mohamed mohammed mohammad muhammad mohamad muhammed mehmet mamadou ahmed ahmad amadou ali hassan hasan lahcen hussein houssein husain lahoucine said omar oumar youssef yusuf ibrahim brahim ibrahima ' +
    'abdlah abdkader abdrahman abdrahim abdaziz abdkarim abdslam abdhak abdlatif abdmajid abdali mustapha mustafa mostafa rachid khalid hamid jamal aziz driss hicham fatima fatimah fatma aicha khadija ' +
    'maryam meryem zineb zahra ousmane issa moussa ismail hamza amine ayoub mehdi karim nabil samir ' +
    'john jean james robert michael michel david peter pierre paul william thomas george georges joseph charles henry daniel mark maria mary marie anna anne elizabeth juan jose carlos luis antonio giovanni ' +
    'محمد احمد أحمد علي حسن حسين الحسن الحسين سعيد عمر يوسف إبراهيم ابراهيم عبدله عبدلله عبداله عبدقادر عبدرحمن عبدرحيم عبدعزيز عبدكريم مصطفى رشيد خالد جمال فاطمة عائشة خديجة مريم زينب زهراء الزهراء موسى عيسى ' +
    'جون جورج بول ميشال'
  )
    .split(' ')
    .map((name) => plainArabic(name) || plainLatin(name)),
);

export const isCommon = (word: Word | undefined): boolean => word !== undefined && common.has(word.plain);
