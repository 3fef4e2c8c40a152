import { useLanguage } from '../../../workspace/language.tsx';
import type { Told } from '../../contract.ts';

const languages = ['fr', 'ar', 'en', 'es'] as const;

function choose(told: Told, reader: 'fr' | 'ar'): { language: (typeof languages)[number]; words: string } | undefined {
  for (const language of [reader, ...languages]) {
    const words = told[language];
    if (words) return { language, words };
  }
  return undefined;
}

/** The words in the reader's language, or in the one they were written in. */
export function useTold(): (told: Told) => string {
  const { language } = useLanguage();
  return (told) => choose(told, language)?.words ?? '';
}

/** Words as they were written, marked with their language and direction. */
export function Words({ told, className = '' }: { told: Told; className?: string }) {
  const { language } = useLanguage();
  const chosen = choose(told, language);
  if (!chosen) return null;
  return (
    <bdi lang={chosen.language} dir={chosen.language === 'ar' ? 'rtl' : 'ltr'} className={className}>
      {chosen.words}
    </bdi>
  );
}

/** A text of several lines in its own direction. */
export function Text({ told }: { told: Told }) {
  const { language } = useLanguage();
  const chosen = choose(told, language);
  if (!chosen) return null;
  return (
    <p lang={chosen.language} dir={chosen.language === 'ar' ? 'rtl' : 'ltr'} className="max-w-prose whitespace-pre-line text-start">
      {chosen.words}
    </p>
  );
}
