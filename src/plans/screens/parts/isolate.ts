/** Words that somebody typed, kept from turning round the words and figures beside them in a line of another direction. */
export const isolate = (words: string): string => `\u2068${words}\u2069`;
