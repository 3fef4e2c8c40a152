import { localeOf } from '../../../platform/i18n/index.ts';
import { useLanguage } from '../../../workspace/language.tsx';

/** A share of the whole as the language writes it. */
export function usePercent(): (share: number) => string {
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 });
  return (share) => format.format(share);
}

interface ProgressBarProps {
  /** 0…1; null where nothing says how far it came. */
  progress: number | null;
  /** Typed by hand by whoever owns it, shown beside what was counted. */
  declared?: number | null;
  /** What is said where nothing is known. */
  none: string;
}

/** How far something came. Nothing begun is said in words: it is not nought per cent. */
export function ProgressBar({ progress, declared = null, none }: ProgressBarProps) {
  const { t } = useLanguage();
  const percent = usePercent();
  if (progress === null && declared === null) return <p className="text-sm text-quiet">{none}</p>;
  return (
    <div className="flex flex-col gap-1">
      {progress !== null && (
        <p className="flex items-center gap-3">
          <span aria-hidden="true" className="h-2.5 grow overflow-hidden rounded-full border border-edge bg-sand">
            <span className="block h-full bg-primary [print-color-adjust:exact]" style={{ inlineSize: `${Math.round(progress * 100)}%` }} />
          </span>
          <span className="shrink-0 text-sm font-semibold tabular-nums">{t('thread.progress', { name: percent(progress) })}</span>
        </p>
      )}
      {declared !== null && <p className="text-sm text-quiet">{t('thread.declared', { name: percent(declared) })}</p>}
    </div>
  );
}
