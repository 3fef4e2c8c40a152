import type { Option } from '../../ui/choice.tsx';
import { useLanguage } from '../../workspace/language.tsx';
import { useRead } from '../../workspace/reading.tsx';

interface Term {
  code: string;
  names: Record<string, string>;
}
export interface Terms {
  options: Option[];
  nameOf: (code: string) => string;
}

/** A closed list of the directory, in its own order and the reader's language. */
function useTerms(path: string, family: string): Terms {
  const { t, has, language } = useLanguage();
  const { data = [] } = useRead<Term[]>(path);
  const nameOf = (code: string): string => {
    if (has(`${family}.${code}`)) return t(`${family}.${code}`);
    return data.find((term) => term.code === code)?.names[language] ?? code;
  };
  return { options: data.map(({ code }) => ({ value: code, label: nameOf(code) })), nameOf };
}
export const useNeeds = (): Terms => useTerms('/api/taxonomy/needs', 'need');
export const useAudiences = (): Terms => useTerms('/api/taxonomy/audiences', 'audience');
