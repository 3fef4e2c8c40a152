// Crockford's alphabet: no I, L, O, U, so a reference can be read aloud and typed back without doubt.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const prime = 31;

/** Weighted sum modulo a prime catches every single wrong character and every swap of neighbours. */
function checkCharacter(body: string): string {
  let sum = 0;
  for (const [i, character] of [...body].entries()) sum += (i + 2) * alphabet.indexOf(character);
  return alphabet[sum % prime] ?? '0';
}

/**
 * The number printed on a slip: nine characters drawn from the identifier's random bits and one check character,
 * as `ABC-DEF-GHJK`. The device and the server compute the same one, so a slip can be printed before the network is back.
 */
export function referenceOf(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-16)}`) & ((1n << 45n) - 1n);
  let body = '';
  for (let i = 0; i < 9; i++) {
    // 31 letters only: a 32nd value could not be told from another by a check modulo 31.
    body = (alphabet[Number(bits % 31n)] ?? '0') + body;
    bits /= 31n;
  }
  return `${body.slice(0, 3)}-${body.slice(3, 6)}-${body.slice(6)}${checkCharacter(body)}`;
}

/** What a person typed, brought to the printed form; `undefined` when its check character does not fit. */
export function parseReference(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Y]{10}$/.test(plain)) return undefined;
  const body = plain.slice(0, 9);
  return checkCharacter(body) === plain[9] ? `${body.slice(0, 3)}-${body.slice(3, 6)}-${plain.slice(6)}` : undefined;
}
