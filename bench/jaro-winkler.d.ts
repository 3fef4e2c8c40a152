/** It comes without types. */
declare module 'jaro-winkler' {
  export default function distance(a: string, b: string): number;
}
