import { inOneWay } from './particles.ts';
import { plainArabic } from './read-arabic.ts';
import { plainLatin } from './read-latin.ts';
import type { Word } from './words.ts';

/** Names that so many people bear, in Morocco and around it, that sharing one says little. */
const common = new Set(
  (
    'mohamed mohammed mohammad muhammad mohamad muhammed mehmet mamadou ahmed ahmad amadou ali hassan hasan lahcen hussein houssein husain lahoucine said omar oumar youssef yusuf ibrahim brahim ibrahima ' +
    'abdlah abdkader abdrahman abdrahim abdaziz abdkarim abdslam abdhak abdlatif abdmajid abdali mustapha mustafa mostafa rachid khalid hamid jamal aziz driss hicham fatima fatimah fatma aicha khadija ' +
    'maryam meryem zineb zahra ousmane issa moussa ismail hamza amine ayoub mehdi karim nabil samir ' +
    'abdlah abdkarim fatiha saadia zakia nawal mouna mona nezha fouzia ghizlane hayat naoual abdjalil abdghani jamaa lahbib tahar mokhtar bachir hanafi maimouna nadia karima samira latifa malika naima rachida zohra hanane saida amina hafida souad jamila najat houda ilham sanae salma imane sara hajar asmae loubna btissam siham bouchra mina rkia habiba halima rahma ' +
    'ghita kawtar oumaima chaimae nora wafae ikram laila leila hasna touria soraya mounia safia hayat ouarda dounia nisrine aya doha soufiane anas bilal zakaria othmane reda taoufik larbi miloud fouad tarik tariq yassine yassin badr ' +
    'marouane marwan walid allal jilali mimoun salah ilyas younes imad jaouad chakib tayeb noureddine adil redouane mbarek abdouahed abdwahid abdahad abdnabi abdfatah azedine alaedine amina driss idris hakim hakima kamal majid munir mounir nabila salim salima ' +
    'نادية كريمة سميرة لطيفة مليكة نعيمة رشيدة زهرة حنان سعيدة أمينة حفيظة سعاد جميلة نجاة هدى إلهام سناء سلمى إيمان سارة هاجر أسماء لبنى ابتسام سهام بشرى حبيبة حليمة رحمة ليلى أنس بلال زكرياء عثمان رضا توفيق العربي ميلود فؤاد طارق ياسين بدر مروان وليد علال صلاح إلياس يونس عماد جواد نورالدين عادل رضوان مبارك إدريس ادريس حكيم كمال مجيد منير سليم كريم نبيل سمير أمين أيوب مهدي المهدي حمزة إسماعيل اسماعيل هشام حميد عزيز ' +
    'john jean james robert michael michel david peter pierre paul william thomas george georges joseph charles henry daniel mark maria mary marie anna anne elizabeth juan jose carlos luis antonio giovanni ' +
    'محمد احمد أحمد علي حسن حسين الحسن الحسين سعيد عمر يوسف إبراهيم ابراهيم عبدله عبدلله عبداله عبدقادر عبدرحمن عبدرحيم عبدعزيز عبدكريم مصطفى رشيد خالد جمال فاطمة عائشة خديجة مريم زينب زهراء الزهراء موسى عيسى ' +
    'جون جورج بول ميشال'
  )
    .split(' ')
    .map(inOneWay)
    .map((name) => plainArabic(name) || plainLatin(name)),
);

export const isCommon = (word: Word | undefined): boolean => word !== undefined && common.has(word.plain);
