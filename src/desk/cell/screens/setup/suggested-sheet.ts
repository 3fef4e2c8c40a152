import type { DataSheet } from '../../contract.ts';

/** A beginning for the sheet on the wall, by what the platform does (law 09-08). The mark before a number with a hyphen keeps its order inside Arabic. */
export const suggestedSheet: DataSheet = {
  purpose: {
    fr: 'Accueillir et orienter les Marocains du monde, les Marocains de retour et les personnes venues d’autres pays, et suivre leurs demandes jusqu’à une réponse.',
    ar: 'استقبال مغاربة العالم والعائدين والقادمين من بلدان أخرى وتوجيههم، وتتبع طلباتهم إلى حين الجواب.',
  },
  legalBasis: {
    fr: 'Mission de service public de la commune (loi organique 113-14). Votre accord, pour un dossier à votre nom et pour toute transmission à un partenaire.',
    ar: 'مهمة المرفق العام للجماعة (القانون التنظيمي \u200e113-14). موافقتكم عند فتح ملف باسمكم وقبل أي إحالة إلى شريك.',
  },
  categories: {
    fr: 'Une visite simple : aucun nom, seulement le besoin, la langue, la tranche d’âge. Un dossier : nom, moyen de vous joindre, demande, démarches faites, papiers remis. Ni religion, ni origine ethnique.',
    ar: 'زيارة عادية: دون اسم، فقط الحاجة واللغة والفئة العمرية. ملف: الاسم ووسيلة الاتصال والطلب والإجراءات والوثائق المسلمة. لا نسجل الدين ولا الأصل العرقي.',
  },
  recipients: {
    fr: 'L’équipe de la cellule. Un partenaire, seulement avec votre accord et seulement ce que vous avez accepté. La région ne voit que des totaux.',
    ar: 'فريق الخلية. شريك، فقط بموافقتكم وفي حدود ما قبلتموه. لا ترى الجهة سوى المجاميع.',
  },
  retention: { fr: '', ar: '' },
  rightsContact: '',
  cndpNumber: '',
  cndpDate: '',
};
