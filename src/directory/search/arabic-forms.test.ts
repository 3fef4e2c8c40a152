import { describe, expect, it } from 'vitest';
import { arabicBones, looksPlural, singularsOf, withoutVerbEndings } from './arabic-forms.ts';
import { fold } from './folding.ts';

describe('forms of an Arabic word', () => {
  it.each([
    ['محكمة', 'محاكم'],
    ['مدرسة', 'مدارس'],
    ['مشروع', 'مشاريع'],
    ['قرض', 'قروض'],
    ['طفل', 'أطفال'],
    ['طبيب', 'أطباء'],
    ['ملجأ', 'ملاجئ'],
    ['أرض', 'أراضي'],
  ])('«%s» and «%s» share their bones, and the second looks like a plural', (one, many) => {
    expect(arabicBones(fold(many))).toBe(arabicBones(fold(one)));
    expect(looksPlural(fold(many))).toBe(true);
  });
  it('«جماعة» and «جمعية» share their bones, but neither looks like a plural', () => {
    expect(arabicBones(fold('جماعة'))).toBe(arabicBones(fold('جمعية')));
    expect([fold('جماعة'), fold('جمعية')].some(looksPlural)).toBe(false);
  });
  it('a plural by its ending has its singulars', () => {
    expect(singularsOf(fold('سيارات'))).toContain(fold('سيارة'));
    expect(singularsOf(fold('محامون'))).toContain(fold('محامي'));
    expect(singularsOf(fold('بنت'))).toEqual([]);
  });
  it('a verb of Darija is found without what is added to it', () => {
    expect(withoutVerbEndings('كيضربني')).toContain('ضرب');
    expect(withoutVerbEndings('نخدم')).toContain('خدم');
    expect(withoutVerbEndings('health')).toEqual([]);
  });
});
