import type { WordField } from '../lists.ts';
import { plain } from '../plain.ts';

/** Beginnings of words that registers use, in French and Arabic, for each of ours. */
const roots: Record<WordField, Record<string, string>> = {
  need: {
    land_property: 'foncier immobilier terrain titre propriete conservation عقار محافظه ارض',
    civil_status: 'etat civil naissance acte livret cnie cin passeport الحاله المدنيه عقد جواز بطاقه وطنيه',
    residence_asylum: 'sejour asile refugie regularisation اقامه لجوء تسويه',
    urban_planning: 'urbanisme permis construire تعمير رخصه البناء',
    local_tax: 'taxe impot fiscal ضريبه جبايه رسوم',
    utilities: 'eau electricite compteur branchement الماء الكهرباء عداد',
    justice: 'justice juridique tribunal litige avocat divorce حكم محكمه قضاء نزاع',
    pensions: 'retraite pension cnss cotisation تقاعد معاش ضمان',
    customs_vehicles: 'douane vehicule voiture dedouanement جمارك سياره تعشير',
    investment: 'investissement investir projet entreprise creation استثمار مقاوله مشروع',
    employment_training: 'emploi travail formation stage شغل عمل تكوين',
    school_children: 'ecole scolar inscription etude enfant مدرسه تمدرس دراسه',
    health: 'sante medical medecin hopital soin maladie صحه علاج طبيب مستشفي',
    mental_health: 'psycholog psychosocial ecoute نفسي',
    protection: 'protection violence traite mineur حمايه عنف',
    shelter_emergency: 'hebergement logement urgence abri ايواء سكن استعجال',
    material_aid: 'aide materielle alimentaire kit vetement مساعده اعانه قفه',
    culture: 'culture loisir vivre ثقاف',
    voluntary_return: 'retour volontaire عوده طوعيه',
    complaint: 'reclamation plainte chikaya شكايه تظلم',
    orientation: 'orientation information renseignement توجيه ارشاد معلومات استفسار',
  },
  outcome: {
    informed: 'informe renseigne information اخبار معلومات اعلام',
    oriented: 'oriente orientation توجيه وجه احاله',
    case_opened: 'dossier ouvert ouverture ملف فتح',
    to_follow: 'a suivre suivi rappeler revenir متابعه يتبع',
    left: 'parti sans reponse غادر',
  },
  status: {
    open: 'ouvert nouveau مفتوح جديد',
    in_progress: 'en cours traitement encours طور قيد جاري',
    waiting_person: 'attente piece complement انتظار وثائق',
    waiting_third_party: 'attente administration انتظار اداره',
    oriented: 'oriente موجه',
    solved: 'clos cloture ferme resolu traite termine regle مغلق منجز حل تم مسوي',
    partly_solved: 'partiel جزئي',
    transferred: 'transmis transfere محال احيل',
    withdrawn_by_person: 'abandon desist تنازل',
    unreachable: 'injoignable تعذر',
    outside_mission: 'irrecevable rejet refuse مرفوض رفض',
    none: '',
  },
  sex: {
    woman: 'f femme feminin fille mme madame انثي امراه ا',
    man: 'm h homme masculin garcon mr monsieur ذكر رجل ذ',
    other: 'autre اخر',
    not_said: '',
  },
  audience: {
    returned_mre: 'mre retour retraite definitif عائد العائدون',
    mre: 'mre etranger emigre diaspora جاليه مغاربه العالم مقيم بالخارج',
    rpt: 'rpt rtp migrant subsaharien etranger tiers مهاجر اجنبي',
    refugee_asylum: 'refugie asile demandeur لاجي لجوء',
    family_member: 'famille conjoint veuve epouse اسره ارمله زوجه',
    other: 'autre local اخر',
  },
  language: {
    ary: 'ary darija dialectal marocain دارجه مغربيه',
    ar: 'ar arabe classique عربيه فصحي',
    rif: 'rif tarifit rifain تاريفيت ريفيه تريفيت',
    zgh: 'zgh amazigh tamazight berbere tachelhit chleuh امازيغ تمازيغت شلحه تشلحيت',
    fr: 'fr francais فرنسيه',
    en: 'en anglais english انجليزيه',
    es: 'es espagnol castillan اسبانيه',
    nl: 'nl neerlandais hollandais flamand هولنديه',
    de: 'de allemand المانيه',
    it: 'it italien ايطاليه',
    other: 'autre اخري',
  },
};
const known = Object.fromEntries(
  Object.entries(roots).map(([field, values]) => [
    field,
    Object.entries(values).map(([value, text]) => ({ value, roots: text.split(' ').filter(Boolean).map(plain) })),
  ]),
);

const withoutArticle = (word: string): string => word.replace(/^(وال|بال|ال)(?=\p{L}{3})/u, '');

/** Whether a word of a register begins so; a letter or two must be the word itself. */
const begins = (word: string, root: string): boolean => word === root || (root.length > 2 && word.startsWith(root));

/** Which of our words a word of a register means: the one whose beginnings stand most in it. Undefined rather than a coin that is tossed. */
export function guessWord(field: WordField, word: string): string | undefined {
  const spoken = plain(word).split(' ').map(withoutArticle);
  const scored = (known[field] ?? [])
    .map(({ value, roots: all }) => ({ value, hits: spoken.filter((w) => all.some((root) => begins(w, withoutArticle(root)))).length }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits);
  return scored[0] && scored[0].hits > (scored[1]?.hits ?? 0) ? scored[0].value : undefined;
}

/** What a cell says: registers write several things with a sign between. */
export const partsOf = (cell: string): string[] =>
  cell
    .split(/[,;/+\n،؛]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
