import {
  disaggregations,
  type Disaggregation,
  type MoneySource,
  moneySources,
  type ProjectStatus,
  projectStatuses,
  type ValuePart,
  valueParts,
} from '../lists.ts';
import { planWords } from '../words/index.ts';
import { fold, holds } from './fold.ts';

const catalogues = Object.values(planWords);
/** What people call the members of a list: as our papers do in every language, and otherwise. */
function namesOf<K extends string>(keys: readonly K[], family: string, others: Partial<Record<K, string[]>>): Map<string, K> {
  const names = new Map<string, K>();
  for (const key of keys) {
    const ours = catalogues.flatMap((words) => (words as Record<string, string>)[`plans.word.${family}.${key}`] ?? []);
    for (const name of [...ours, ...(others[key] ?? [])]) names.set(fold(name), key);
  }
  return names;
}
const sources = namesOf<MoneySource>(moneySources, 'money', {
  commune: [
    'commune',
    'budget communal',
    'collectivité',
    'fonds propres',
    'autofinancement',
    'الجماعة',
    'جماعة',
    'الجماعة الترابية',
    'ميزانية الجماعة',
  ],
  region: ['région', 'conseil régional', 'conseil de la région', 'مجلس الجهة', 'جهة', 'الجهة'],
  state: [
    'état',
    'etat',
    'ministère',
    'indh',
    'province',
    'préfecture',
    'dgct',
    'الدولة',
    'وزارة',
    'المبادرة الوطنية',
    'العمالة',
    'الإقليم',
  ],
  partner: [
    'partenaire',
    'partenaires',
    'bailleur',
    'bailleurs',
    'coopération',
    'afd',
    'ue',
    'union européenne',
    'الشركاء',
    'شريك',
    'التعاون الدولي',
  ],
  association: ['association', 'associations', 'ong', 'société civile', 'جمعية', 'الجمعيات', 'جمعيات', 'المجتمع المدني'],
  diaspora: ['diaspora', 'mre', 'marocains du monde', 'الجالية', 'مغاربة العالم'],
  other: ['autre', 'autres', 'divers', 'أخرى', 'اخر', 'مصادر أخرى'],
});
const statuses = namesOf<ProjectStatus>(projectStatuses, 'status', {
  planned: ['prévu', 'programmé', 'à lancer', 'non démarré', 'مبرمج', 'مقترح'],
  under_way: ['en cours', 'lancé', 'démarré', 'في طور الإنجاز', 'جار', 'قيد الإنجاز'],
  done: ['achevé', 'terminé', 'réalisé', 'clos', 'منجز', 'منته'],
  dropped: ['abandonné', 'annulé', 'ملغى', 'متخلى عنه'],
});
const parts = namesOf<ValuePart>(valueParts, 'part', {
  '': ['ensemble', 'total', 'tous', 'toutes', 'الجميع', 'المجموع', 'الكل'],
  women: ['femmes', 'femme', 'النساء', 'نساء', 'إناث'],
  men: ['hommes', 'homme', 'الرجال', 'رجال', 'ذكور'],
  children: ['enfants', 'الأطفال', 'أطفال'],
  youth: ['jeunes', 'الشباب', 'شباب'],
  mre: ['mre'],
  rpt: ['rpt', 'rtp', 'migrants', 'المهاجرون'],
});
const kinds = namesOf<Disaggregation>(disaggregations, 'by', { sex: ['genre', 'النوع'], audience: ['catégorie'] });

/** The name itself, or the longest one that stands in it whole. */
function find<K>(names: ReadonlyMap<string, K>, text: string): K | undefined {
  const folded = fold(text);
  const exact = names.get(folded);
  if (exact !== undefined || folded === '') return exact;
  const within = [...names.keys()].filter((name) => name !== '' && holds(folded, name)).sort((a, b) => b.length - a.length)[0];
  return within === undefined ? undefined : names.get(within);
}
export const sourceOf = (text: string): MoneySource | undefined => find(sources, text);
export const statusOf = (text: string): ProjectStatus | undefined => find(statuses, text);
export const partOf = (text: string): ValuePart | undefined => find(parts, text);
/** Those it names, in the order of our list. */
export const disaggregationOf = (text: string): Disaggregation[] => {
  const named = text.split(/[;,/،|]+/u).flatMap((word) => find(kinds, word) ?? []);
  return disaggregations.filter((kind) => named.includes(kind));
};

const totals = ['total', 'totaux', 'total general', 'sous total', 'somme', 'المجموع', 'مجموع', 'المجموع العام', 'الاجمالي'].map(fold);
/** Whether a row sums up others: it begins with a word for sum. */
export function isTotal(label: string): boolean {
  const folded = fold(label);
  return totals.some((word) => folded === word || folded.startsWith(`${word} `));
}
const sections = [
  'axe',
  'volet',
  'secteur',
  'domaine',
  'chapitre',
  'programme',
  'composante',
  'المحور',
  'القطاع',
  'المجال',
  'الباب',
  'البرنامج',
].map(fold);
/** Whether a row with nothing but this begins a part of the table. */
export const isSection = (label: string): boolean => sections.includes(fold(label).split(' ')[0] ?? '');
