import { useLanguage } from '../../workspace/language.tsx';

/** Why two records may be one person's, in words. */
export function Reasons({ reasons }: { reasons: readonly string[] }) {
  const { t, has } = useLanguage();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {reasons
        .filter((reason) => has(`likeness.${reason}`))
        .map((reason) => (
          <li key={reason} className="flex items-center gap-2">
            <span aria-hidden="true" className="size-1.5 shrink-0 rounded-full bg-current" />
            {t(`likeness.${reason}`)}
          </li>
        ))}
    </ul>
  );
}
