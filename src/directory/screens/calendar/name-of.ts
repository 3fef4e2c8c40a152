import { useLanguage } from '../../../workspace/language.tsx';

/** The name of a holiday for this reader. */
export function useNameOf(): (names: Readonly<Record<string, string>>) => string {
  const { language } = useLanguage();
  return (names) => names[language] ?? names.fr ?? '';
}
