import type { ConsentPurpose, ConsentSpan, ContactWay, ShareableField } from '../../../people/lists.ts';

/** The words of a receipt, in the plain speech of a counter. */
interface Words {
  title: Record<'stands' | 'expired' | 'withdrawn' | 'refused', string>;
  purpose: Record<ConsentPurpose, string>;
  field: Record<ShareableField, string>;
  way: Record<ContactWay, string>;
  until: Record<ConsentSpan, string>;
  label: Record<'what' | 'whom' | 'shared' | 'how' | 'until' | 'on' | 'by' | 'representative' | 'withdrawn' | 'reference', string>;
  back: string;
  backNoPhone: string;
  closed: string;
  refused: string;
  law: string;
}

export const words: Record<'fr' | 'ar', Words> = {
  fr: {
    title: {
      stands: 'Reçu de votre accord',
      expired: 'Votre accord est terminé',
      withdrawn: 'Reçu : accord retiré',
      refused: 'Reçu : vous avez dit non',
    },
    purpose: {
      referral: 'Transmettre votre demande à un partenaire',
      file: 'Garder un dossier sur vous',
      contact: 'Vous appeler ou vous écrire',
      photo: 'Garder des photos et des copies de vos papiers',
    },
    field: {
      name: 'votre nom',
      phone: 'votre téléphone',
      language: 'votre langue',
      needs: 'ce dont vous avez besoin',
      summary: 'le résumé de votre situation',
      audience: 'votre situation (MRE, de retour, étranger, réfugié)',
      sex: 'femme ou homme',
      age_band: 'votre tranche d’âge',
    },
    way: {
      call: 'par téléphone',
      message: 'par message',
      email: 'par e-mail',
      letter: 'par lettre',
      through_someone: 'par une personne que vous avez choisie',
    },
    until: { request: 'jusqu’à la fin de votre demande', six_months: 'six mois', year: 'un an' },
    label: {
      what: 'Pour quoi',
      whom: 'À qui',
      shared: 'Ce qui est transmis, et rien d’autre',
      how: 'Comment',
      until: 'Jusqu’à quand',
      on: 'Le',
      by: 'Expliqué par',
      representative: 'Donné à votre place par',
      withdrawn: 'Retiré le',
      reference: 'Votre référence',
    },
    back: 'Vous pouvez retirer cet accord à tout moment, sans donner de raison : dites-le à {cell}, au {phone}, avec cette référence. Nous vous aiderons quand même.',
    backNoPhone:
      'Vous pouvez retirer cet accord à tout moment, sans donner de raison : dites-le à {cell} avec cette référence. Nous vous aiderons quand même.',
    closed:
      'Ce qui reposait sur cet accord est arrêté : les demandes sont fermées, et les copies envoyées par cette plateforme sont effacées.',
    refused: 'Rien de cela ne sera fait. Nous vous aiderons quand même.',
    law: 'Loi 09-08 : vous pouvez demander ce qui est enregistré sur vous, le faire corriger ou effacer, ou vous y opposer.',
  },
  ar: {
    title: { stands: 'وصل بموافقتكم', expired: 'انتهت موافقتكم', withdrawn: 'وصل: سُحبت الموافقة', refused: 'وصل: قلتم لا' },
    purpose: {
      referral: 'إرسال طلبكم إلى شريك',
      file: 'الاحتفاظ بملف عنكم',
      contact: 'الاتصال بكم أو مراسلتكم',
      photo: 'الاحتفاظ بصور وبنسخ من أوراقكم',
    },
    field: {
      name: 'اسمكم',
      phone: 'هاتفكم',
      language: 'لغتكم',
      needs: 'ما تحتاجون إليه',
      summary: 'ملخص وضعكم',
      audience: 'وضعيتكم (مغاربة العالم، عائدون، أجانب، لاجئون)',
      sex: 'امرأة أو رجل',
      age_band: 'فئتكم العمرية',
    },
    way: {
      call: 'بالهاتف',
      message: 'برسالة قصيرة',
      email: 'بالبريد الإلكتروني',
      letter: 'برسالة مكتوبة',
      through_someone: 'عن طريق شخص اخترتموه',
    },
    until: { request: 'إلى نهاية طلبكم', six_months: 'ستة أشهر', year: 'سنة واحدة' },
    label: {
      what: 'لأجل ماذا',
      whom: 'لمن',
      shared: 'ما يُرسل، ولا شيء غيره',
      how: 'كيف',
      until: 'إلى متى',
      on: 'بتاريخ',
      by: 'شرحها',
      representative: 'أعطاها نيابة عنكم',
      withdrawn: 'سُحبت بتاريخ',
      reference: 'رقمكم المرجعي',
    },
    back: 'يمكنكم سحب هذه الموافقة في أي وقت ودون ذكر سبب: أخبروا {cell} على الرقم {phone} مع ذكر هذا المرجع. وسنساعدكم في كل الأحوال.',
    backNoPhone: 'يمكنكم سحب هذه الموافقة في أي وقت ودون ذكر سبب: أخبروا {cell} مع ذكر هذا المرجع. وسنساعدكم في كل الأحوال.',
    closed: 'توقف كل ما كان مبنيًا على هذه الموافقة: أُغلقت الطلبات، ومُحيت النسخ التي أرسلتها هذه المنصة.',
    refused: 'لن يُفعل شيء من هذا. وسنساعدكم في كل الأحوال.',
    law: 'القانون 09-08: يمكنكم أن تسألوا عما سُجّل عنكم، وأن تطلبوا تصحيحه أو محوه، أو أن تتعرضوا عليه.',
  },
};
