import { Button } from '../ui/button.tsx';
import { useLanguage } from './language.tsx';

/** Names the other language in that language, so that someone lost in this one finds it. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const [other, label] = language === 'fr' ? (['ar', 'العربية'] as const) : (['fr', 'Français'] as const);
  return (
    <Button look="quiet" onPress={() => setLanguage(other)}>
      <span lang={other}>{label}</span>
    </Button>
  );
}
