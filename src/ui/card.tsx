import type { ReactNode } from 'react';

export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`flex flex-col gap-4 rounded-card border border-line bg-card p-4 sm:p-6 ${className}`}>{children}</div>;
}

type Tone = 'plain' | 'info' | 'good' | 'warn' | 'bad';
const tones: Record<Tone, string> = {
  plain: 'bg-sand text-ink',
  info: 'bg-primary-soft text-primary-deep',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
};
export function Badge({ children, tone = 'plain' }: { children: ReactNode; tone?: Tone }) {
  return <span className={`inline-block shrink-0 rounded-lg px-3 py-0.5 text-sm font-semibold ${tones[tone]}`}>{children}</span>;
}

/** A message in the page. `live` says it aloud when it appears. */
export function Notice({ children, tone = 'info', live = false }: { children: ReactNode; tone?: Tone; live?: boolean }) {
  return (
    <div
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
      className={`flex flex-col gap-2 rounded-xl px-4 py-3 ${tones[tone]}`}
    >
      {children}
    </div>
  );
}

/** A pair of a label and what is known, for description lists. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col">
      <dt className="text-sm text-quiet">{label}</dt>
      <dd className="whitespace-pre-line">{children}</dd>
    </div>
  );
}

/** A reference keeps its order and its grouping whatever the direction of the page. */
export function Reference({ children, className = '' }: { children: string; className?: string }) {
  return (
    <bdi dir="ltr" className={`w-fit font-mono font-semibold whitespace-nowrap tracking-wide ${className}`}>
      {children}
    </bdi>
  );
}
