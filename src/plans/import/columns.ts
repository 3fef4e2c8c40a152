import type { Column } from './contract-drafts.ts';
import { spokenTexts } from '../lists.ts';
import { fold, holds } from './fold.ts';
import type { ColumnField } from './lists.ts';
import { factorOf, readNumber, readYear } from './read-number.ts';
import { sourceOf } from './words-known.ts';

const headings: Partial<Record<ColumnField, string[]>> = {
  number: ['n', 'no', 'num', 'numero', 'ref', 'الرقم', 'رقم', 'ر ت'],
  title: [
    'projet',
    'projets',
    'intitule',
    'intitule du projet',
    'nom du projet',
    'libelle',
    'titre',
    'action',
    'actions',
    'activite',
    'المشروع',
    'المشاريع',
    'اسم المشروع',
    'عنوان المشروع',
    'تسميه المشروع',
    'العمليه',
  ],
  objective: [
    'objectif',
    'objectifs',
    'description',
    'consistance',
    'contenu',
    'الهدف',
    'الاهداف',
    'الهدف العام',
    'الوصف',
    'مكونات المشروع',
  ],
  holder: ['porteur', 'porteur du projet', 'maitre d ouvrage', 'responsable', 'حامل المشروع', 'صاحب المشروع', 'المسؤول'],
  partners: ['partenaire', 'partenaires', 'الشركاء', 'شركاء'],
  place: ['lieu', 'localisation', 'localite', 'douar', 'quartier', 'المكان', 'الموقع', 'مكان الانجاز'],
  starts: ['debut', 'date de debut', 'demarrage', 'البدايه', 'تاريخ البدايه', 'بدايه الانجاز'],
  ends: ['fin', 'date de fin', 'echeance', 'النهايه', 'تاريخ النهايه', 'نهايه الانجاز'],
  status: ['etat', 'statut', 'etat d avancement', 'الوضعيه', 'الحاله', 'حاله المشروع'],
  source: [
    'source',
    'source de financement',
    'sources de financement',
    'financement',
    'bailleur',
    'مصدر التمويل',
    'مصادر التمويل',
    'التمويل',
    'المصدر',
  ],
  year: ['annee', 'exercice', 'السنه', 'سنه'],
  money: [
    'cout',
    'couts',
    'montant',
    'budget',
    'depense',
    'depenses',
    'contribution',
    'part',
    'الكلفه',
    'التكلفه',
    'المبلغ',
    'الميزانيه',
    'الاعتماد',
    'المساهمه',
    'مساهمه',
  ],
  total: [
    'total',
    'cout total',
    'montant total',
    'cout global',
    'budget total',
    'المجموع',
    'الكلفه الاجماليه',
    'التكلفه الاجماليه',
    'المبلغ الاجمالي',
  ],
  indicator: ['indicateur', 'indicateurs', 'nom de l indicateur', 'المؤشر', 'المؤشرات', 'مؤشرات'],
  unit: ['unite', 'unite de mesure', 'الوحده', 'وحده القياس'],
  baseline: [
    'valeur de depart',
    'valeur initiale',
    'situation de reference',
    'valeur de reference',
    'depart',
    'baseline',
    'قيمه الانطلاق',
    'القيمه المرجعيه',
    'الوضعيه المرجعيه',
  ],
  baseline_year: ['annee de depart', 'annee de reference', 'سنه الانطلاق', 'سنه المرجع'],
  target: ['cible', 'valeur cible', 'objectif chiffre', 'القيمه المستهدفه', 'المستهدف'],
  target_year: ['annee de la cible', 'annee cible', 'سنه الهدف'],
  found_by: [
    'source de la donnee',
    'source de verification',
    'source d information',
    'moyen de verification',
    'مصدر المعطي',
    'مصدر المعلومه',
    'وسيله التحقق',
  ],
  formula: ['calcul', 'mode de calcul', 'formule', 'طريقه الحساب', 'صيغه الحساب'],
  by: ['distingue par', 'desagregation', 'ventilation', 'مفصل حسب', 'التصنيف'],
  part: ['pour qui', 'public', 'groupe', 'لمن', 'الفئه'],
  value: ['valeur', 'realisation', 'القيمه', 'المنجز'],
};
const known = Object.entries(headings)
  .flatMap(([field, words]) => words.map((word) => ({ field: field as ColumnField, word: fold(word) })))
  .sort((a, b) => b.word.length - a.word.length);

const fieldOf = (folded: string): ColumnField | undefined => known.find(({ word }) => holds(folded, word))?.field;

const languageNames = {
  fr: ['francais', 'fr', 'بالفرنسيه', 'الفرنسيه'],
  ar: ['arabe', 'ar', 'بالعربيه', 'العربيه'],
  en: ['anglais', 'english', 'بالانجليزيه'],
  es: ['espagnol', 'espanol', 'بالاسبانيه'],
};
const languageOf = (heading: string): Column['language'] =>
  spokenTexts.find((language) => languageNames[language].some((name) => holds(heading, fold(name))));

const numeric = new Set<ColumnField>(['money', 'total', 'value', 'baseline', 'target']);
const areNumbers = (samples: readonly string[]): boolean =>
  samples.length > 0 && samples.filter((sample) => readNumber(sample, true) !== undefined).length * 2 >= samples.length;

/**
 * What a column holds by its heading, and by whether numbers stand in it: «Partenaires» over names is who they are, over amounts what they pay.
 * Of an indicator's table a year is of its values, elsewhere of money.
 */
export function columnOf(heading: string, samples: readonly string[], ofIndicators: boolean): Column {
  const folded = fold(heading);
  if (folded === '') return { field: 'ignore' };
  const hasNumbers = areNumbers(samples);
  const year = readYear(heading);
  const source = sourceOf(heading);
  const factor = factorOf(heading) as 1 | 1e3 | 1e6;
  const language = languageOf(folded);
  const found = fieldOf(folded);
  const amount: Column = {
    field: ofIndicators ? 'value' : 'money',
    ...(year ? { year } : {}),
    ...(ofIndicators ? {} : { ...(source ? { source } : {}), ...(factor > 1 ? { factor } : {}) }),
  };
  const isAmount =
    found === 'money' || found === 'value' || ((found === undefined || found === 'partners' || found === 'source') && (year || source));
  // A year or a word for money says it, also over cells that are no amounts yet: those are then said to be none.
  if (isAmount && !language && (hasNumbers || year || found === 'money')) return amount;
  if (found === undefined || (numeric.has(found) && !hasNumbers && samples.length > 0)) return { field: 'ignore' };
  if (found === 'total' && factor > 1) return { field: 'total', factor };
  if ((found === 'target' || found === 'baseline') && year) return { field: found, year };
  return { field: found === 'source' && ofIndicators ? 'found_by' : found, ...(language ? { language } : {}) };
}
/** Whether a table with these headings tells of indicators alone: a year of it is then of their values, else of money. */
export function isOfIndicators(headings: readonly string[]): boolean {
  const folded = headings.map(fold);
  const isMoney = (heading: string): boolean =>
    fieldOf(heading) === 'money' || ['financement', 'التمويل'].some((word) => holds(heading, fold(word)));
  return folded.some((heading) => fieldOf(heading) === 'indicator') && !folded.some(isMoney);
}
/** Whether a heading says anything we know, whatever stands under it. */
export const isHeading = (text: string): boolean => {
  const folded = fold(text);
  return folded.length <= 80 && (known.some(({ word }) => holds(folded, word)) || (readYear(text) !== undefined && folded.length <= 12));
};
