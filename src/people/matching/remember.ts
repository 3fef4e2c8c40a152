/** The same function, with its last answers kept: one name is compared with hundreds. */
export function remember<T>(read: (text: string) => T, most: number): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= most) kept.clear();
    const value = read(text);
    kept.set(text, value);
    return value;
  };
}
