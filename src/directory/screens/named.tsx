import { useLanguage } from '../../workspace/language.tsx';
import type { Names } from './answers.ts';

/** The name in the reader's language where it exists. */
export function useName(): (names: Names) => string {
  const { language } = useLanguage();
  return (names) => (language === 'ar' && names.ar ? names.ar : names.fr);
}
export function Named({ names }: { names: Names }) {
  const name = useName();
  return <bdi>{name(names)}</bdi>;
}
