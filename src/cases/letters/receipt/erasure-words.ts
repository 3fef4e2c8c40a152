import type { GoingPart } from '../../../people/lists.ts';

/** What a paper tells in one word, though a screen counts it apart. */
export const groups = {
  links: ['links'],
  written: ['notes', 'texts', 'steps'],
  papers: ['attachments', 'letters'],
  contacts: ['contacts'],
  answers: ['answers'],
  copies: ['copies'],
  registers: ['rows', 'exports'],
} as const satisfies Record<string, readonly GoingPart[]>;
type Group = keyof typeof groups;

interface Words {
  title: Record<'open' | 'erased' | 'refused', string>;
  label: Record<'asked' | 'due' | 'settled' | 'by' | 'gone' | 'stays' | 'others' | 'reason' | 'law', string>;
  /** Always, whatever was counted. */
  identity: string;
  part: Record<Group, string>;
  stays: string;
  reason: Record<string, string>;
  closing: Record<'open' | 'erased' | 'refused', string>;
}

/** The words of the receipt about an erasure, in the plain speech of a counter. */
export const erasureWords: Record<'fr' | 'ar', Words> = {
  fr: {
    title: {
      open: 'Reçu : vous demandez l’effacement de vos données',
      erased: 'Reçu : vos données sont effacées',
      refused: 'Réponse : vos données sont gardées',
    },
    label: {
      asked: 'Demandé le',
      due: 'Réponse au plus tard le',
      settled: 'Répondu le',
      by: 'Par',
      gone: 'Ce qui est effacé',
      stays: 'Ce qui reste, sans votre nom',
      others: 'Ils ont reçu votre demande : dites-leur aussi d’effacer leur copie',
      reason: 'Pourquoi',
      law: 'La loi qui oblige à garder',
    },
    identity: 'votre nom, votre date de naissance, vos coordonnées',
    part: {
      links: 'vos liens avec d’autres personnes',
      written: 'tout ce qui a été écrit sur vous',
      papers: 'les photos, les copies de papiers, les courriers',
      contacts: 'les personnes autour de vous',
      answers: 'vos réponses aux questions',
      copies: 'les copies envoyées par cette plateforme',
      registers: 'vos lignes dans les registres et les fichiers',
    },
    stays: 'des chiffres (le besoin, la commune, les dates, le résultat) et cette référence',
    reason: {
      law_obliges: 'une autre loi oblige à garder ces données',
      before_court: 'ces données servent dans une affaire devant un tribunal',
      identity_not_verified: 'nous n’avons pas pu vérifier que la demande vient de vous',
      no_mandate: 'la personne qui demande ne peut pas le faire à votre place',
      changed_mind: 'vous avez dit que vous ne le demandez plus',
    },
    closing: {
      open: 'Nous vous répondrons dans ce délai. Gardez cette référence : elle suffit pour demander où en est la réponse.',
      erased:
        'Rien ne peut être rétabli. Les copies de sauvegarde disparaissent d’elles-mêmes, à mesure que de nouvelles les remplacent. Si vous revenez, nous vous aiderons comme la première fois.',
      refused:
        'Vous pouvez demander de nouveau, ou vous adresser à la Commission nationale de contrôle de la protection des données à caractère personnel (CNDP). Nous vous aiderons quand même.',
    },
  },
  ar: {
    title: { open: 'وصل: طلبتم محو معطياتكم', erased: 'وصل: مُحيت معطياتكم', refused: 'جواب: يُحتفظ بمعطياتكم' },
    label: {
      asked: 'تاريخ الطلب',
      due: 'الجواب قبل',
      settled: 'تاريخ الجواب',
      by: 'من طرف',
      gone: 'ما مُحي',
      stays: 'ما يبقى دون اسمكم',
      others: 'توصلت بطلبكم، فاطلبوا منها أيضًا محو نسختها',
      reason: 'السبب',
      law: 'القانون الذي يوجب الاحتفاظ',
    },
    identity: 'اسمكم وتاريخ ميلادكم ومعلومات الاتصال بكم',
    part: {
      links: 'روابطكم بأشخاص آخرين',
      written: 'كل ما كُتب عنكم',
      papers: 'الصور ونسخ الأوراق والرسائل',
      contacts: 'الأشخاص المحيطون بكم',
      answers: 'أجوبتكم عن الأسئلة',
      copies: 'النسخ التي أرسلتها هذه المنصة',
      registers: 'أسطركم في السجلات والملفات',
    },
    stays: 'أرقام (الحاجة والجماعة والتواريخ والنتيجة) وهذا المرجع',
    reason: {
      law_obliges: 'قانون آخر يوجب الاحتفاظ بهذه المعطيات',
      before_court: 'تُستعمل هذه المعطيات في قضية أمام المحكمة',
      identity_not_verified: 'لم نتمكن من التحقق من أن الطلب صادر عنكم',
      no_mandate: 'لا يمكن لمن قدّم الطلب أن يقدمه نيابة عنكم',
      changed_mind: 'قلتم إنكم لم تعودوا تطلبون ذلك',
    },
    closing: {
      open: 'سنجيبكم داخل هذا الأجل. احتفظوا بهذا المرجع: يكفي للسؤال عن الجواب.',
      erased:
        'لا يمكن استرجاع أي شيء. تختفي النسخ الاحتياطية من تلقاء نفسها كلما حلت محلها نسخ جديدة. إذا عدتم فسنساعدكم كما في المرة الأولى.',
      refused:
        'يمكنكم أن تطلبوا ذلك من جديد، أو أن تتوجهوا إلى اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي. وسنساعدكم في كل الأحوال.',
    },
  },
};
