import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';

type Look = 'main' | 'second' | 'quiet' | 'danger';
const looks: Record<Look, string> = {
  main: 'bg-primary text-white data-hovered:bg-primary-deep data-disabled:bg-edge',
  second: 'bg-card text-primary border border-primary data-hovered:bg-primary-soft data-disabled:text-quiet data-disabled:border-line',
  quiet: 'text-primary underline underline-offset-4 data-hovered:bg-primary-soft',
  danger: 'bg-card text-bad border border-bad data-hovered:bg-bad-soft data-disabled:text-quiet data-disabled:border-line',
};
export const buttonClass = (look: Look = 'second', extra = '') =>
  `inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-5 py-2 text-center font-semibold ${looks[look]} ${extra}`;

export type ButtonProps = Omit<AriaButtonProps, 'className'> & { look?: Look; className?: string };

export function Button({ look = 'second', className = '', ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={buttonClass(look, className)} />;
}
