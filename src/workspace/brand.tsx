import { useT } from './language.tsx';

/** The arch of a door that stands open; alone on a telephone where the line is needed for something else. */
export function Brand({ isShort = false }: { isShort?: boolean }) {
  const t = useT();
  return (
    <span className="flex items-center gap-2 text-lg font-bold text-primary">
      <svg aria-hidden="true" viewBox="0 0 48 48" className="size-8">
        <rect width="48" height="48" rx="11" fill="currentColor" />
        <path d="M11 38V23a13 13 0 0 1 26 0v15M18.5 38V25a5.5 5.5 0 0 1 11 0v13" fill="none" stroke="#fff" strokeWidth="3.4" />
      </svg>
      <bdi className={isShort ? 'max-sm:sr-only' : undefined}>{t('workspace.name')}</bdi>
    </span>
  );
}
