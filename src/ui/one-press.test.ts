import { describe, expect, it } from 'vitest';
import { onePress } from './one-press.ts';

const click = { clicks: 1, pointer: 'mouse', at: 0 };

/** A button whose work is over when it is told, and how often it was begun. */
function button(isWork = true) {
  const press = onePress();
  let begun = 0;
  const ends: (() => void)[] = [];
  const begin = (): Promise<void> | undefined => {
    begun += 1;
    return isWork ? new Promise<void>((resolve) => ends.push(resolve)) : undefined;
  };
  return {
    press: (how: Partial<typeof click> = {}) => press({ ...click, ...how }, begin),
    async finish() {
      for (const end of ends) end();
      await new Promise((resolve) => setImmediate(resolve));
    },
    begun: () => begun,
  };
}

describe('a button', () => {
  it('pressed again while its work is being done does it once', async () => {
    const { press, finish, begun } = button();
    press();
    press({ at: 5000 });
    press({ at: 6000, pointer: 'keyboard', clicks: 0 });
    expect(begun()).toBe(1);
    await finish();
    press({ at: 7000 });
    expect(begun()).toBe(2);
  });

  it('clicked twice by habit does its work once, however fast that was over', async () => {
    const { press, finish, begun } = button();
    press();
    await finish();
    press({ clicks: 2, at: 200 });
    expect(begun()).toBe(1);
  });

  it('tapped twice on a telephone does its work once, and again when it is meant', async () => {
    const { press, finish, begun } = button();
    press({ pointer: 'touch' });
    await finish();
    press({ pointer: 'touch', at: 250 });
    expect(begun()).toBe(1);
    press({ pointer: 'touch', at: 900 });
    expect(begun()).toBe(2);
  });

  it('that corrects a mistake is pressed again at once: two single clicks are two', async () => {
    const { press, finish, begun } = button();
    press();
    await finish();
    press({ at: 100 });
    expect(begun()).toBe(2);
  });

  it('whose work is over at once counts every click, as one that turns pages', () => {
    const { press, begun } = button(false);
    press();
    press({ clicks: 2, at: 100 });
    press({ clicks: 3, at: 200 });
    expect(begun()).toBe(3);
  });
});
