import { useDates, useT } from '../../../workspace/language.tsx';

/** How large a file is, in words. */
export function useSizeText(): (bytes: number) => string {
  const t = useT();
  const { number } = useDates();
  return (bytes) =>
    bytes < 1e6
      ? t('attachments.kilobytes', { size: number(Math.ceil(bytes / 1000)) })
      : t('attachments.megabytes', { size: number(Math.round(bytes / 1e5) / 10) });
}
