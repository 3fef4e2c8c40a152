/** The words printed around a slip's content. Short, and in the plain speech of a counter. */
export const labels = {
  fr: {
    title: 'Bulletin d’orientation',
    reference: 'Votre référence',
    issued: 'Remis le',
    where: 'Où aller',
    place: 'Lieu',
    phone: 'Téléphone',
    bring: 'À apporter',
    note: 'À retenir',
    keep: 'Gardez ce bulletin. Donnez la référence si vous revenez ou si vous appelez.',
    cell: 'Nous joindre',
    privacy:
      'Ce bulletin ne porte aucun nom. Loi 09-08 : vous pouvez demander à la cellule ce qui est enregistré sur vous, le faire corriger ou effacer, ou vous y opposer.',
  },
  ar: {
    title: 'ورقة التوجيه',
    reference: 'رقمكم المرجعي',
    issued: 'سُلّمت بتاريخ',
    where: 'إلى أين تذهبون',
    place: 'المكان',
    phone: 'الهاتف',
    bring: 'ما يجب إحضاره',
    note: 'للتذكير',
    keep: 'احتفظوا بهذه الورقة، وقدّموا الرقم المرجعي عند رجوعكم أو اتصالكم.',
    cell: 'للاتصال بنا',
    privacy:
      'لا تحمل هذه الورقة أي اسم. القانون 09-08: يمكنكم أن تسألوا الخلية عما سُجّل عنكم، وأن تطلبوا تصحيحه أو محوه، أو أن تتعرضوا عليه.',
  },
} as const;
