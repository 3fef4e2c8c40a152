import { Link } from 'react-router';

interface WayBackProps {
  to: string;
  children: string;
  /** Names the way for those who hear it. */
  label: string;
}

/** The way back to where one came from, before everything else of a screen. */
export function WayBack({ to, label, children }: WayBackProps) {
  return (
    <nav aria-label={label} className="no-print -mt-4">
      <Link to={to} className="inline-flex min-h-11 items-center gap-2 font-semibold text-primary underline underline-offset-4">
        <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 rtl:-scale-x-100">
          <path d="M10.5 3l-5 5 5 5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
        {children}
      </Link>
    </nav>
  );
}
