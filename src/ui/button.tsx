import { type Ref, useRef, useState } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, type PressEvent } from 'react-aria-components/Button';
import { onePress } from './one-press.ts';
import { findTooLong } from './too-long.ts';

type Look = 'main' | 'second' | 'quiet' | 'danger';
const looks: Record<Look, string> = {
  main: 'px-5 justify-center bg-primary text-white data-hovered:bg-primary-deep data-disabled:bg-edge',
  second:
    'px-5 justify-center bg-card text-primary border border-primary data-hovered:bg-primary-soft data-disabled:text-quiet data-disabled:border-line',
  // Its words line up with the text around it; the room to press stands outside.
  quiet: '-mx-2 px-2 text-primary underline underline-offset-4 data-hovered:bg-primary-soft',
  danger:
    'px-5 justify-center bg-card text-bad border border-bad data-hovered:bg-bad-soft data-disabled:text-quiet data-disabled:border-line',
};
export const buttonClass = (look: Look = 'second', extra = '') =>
  `inline-flex min-h-11 items-center gap-2 rounded-xl py-2 text-center font-semibold ${looks[look]} ${extra}`;

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'onPress'> & {
  look?: Look;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
  /** A promise it gives back is its work, which another press does not begin twice. */
  onPress?: (event: PressEvent) => unknown;
};

export function Button({ look = 'second', className = '', onPress, ...rest }: ButtonProps) {
  const [press] = useState(onePress);
  // Counted where the press begins: what tells of the press itself does not say it.
  const clicks = useRef(0);
  return (
    <AriaButton
      {...rest}
      onMouseDown={(event) => {
        clicks.current = event.detail;
      }}
      onPress={
        onPress &&
        ((event) => {
          const tooLong = look === 'main' && findTooLong(event.target);
          if (tooLong) tooLong.focus();
          else press({ clicks: clicks.current, pointer: event.pointerType, at: performance.now() }, () => onPress(event));
        })
      }
      className={buttonClass(look, className)}
    />
  );
}
