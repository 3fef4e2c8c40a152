/** By how many signs a text is too long to be kept, counted as the server counts them: a picture is one, what stands around is none. */
export const tooMuchIn = (text: string, most: number | undefined): number =>
  most === undefined ? 0 : Math.max(0, [...text.trim()].length - most);

/** The field beside this button whose text is too long, if there is one: nothing typed is cut, so it has to be shortened before it is sent. */
export function findTooLong(button: Element): HTMLElement | null {
  const around = fieldsAround(button);
  return around?.querySelector<HTMLElement>('[data-too-long] input, [data-too-long] textarea') ?? null;
}

/** The nearest part of the page that has a field in it: a note left open elsewhere holds up nobody. */
function fieldsAround(element: Element): Element | null {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (around.querySelector('input, textarea')) return around;
  return null;
}
