/** Whether the server will take it; empty is none. The schemas of the commands decide, this says it beside the field. */
export const isEmail = (text: string | null): boolean => !text?.trim() || /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());
export function isWebAddress(text: string | null): boolean {
  if (!text?.trim()) return true;
  return URL.canParse(text.trim()) && /^https?:$/.test(new URL(text.trim()).protocol);
}
export const isPhoneNumber = (text: string): boolean => /^[+\d][\d\s().-]{2,}$/.test(text.trim());
