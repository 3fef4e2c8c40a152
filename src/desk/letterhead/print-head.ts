import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { keepNumbers, pictureSvg, printable } from '../../platform/documents/index.ts';
import { KeyMissing } from '../../platform/files/keys.ts';
import { Damaged } from '../../platform/files/seal.ts';
import type { Vault } from '../../platform/files/vault.ts';
import { printPhone } from '../slip/index.ts';
import type { Letterhead } from './contract.ts';
import { findLogo } from './store.ts';

/** What a template begins with to draw the head: `letter-head(data.head, language)`. */
export const headTemplate = readFileSync(join(import.meta.dirname, 'letterhead.typ'), 'utf8');

/** The logo of a head as a picture a template takes; none when its bytes are gone, for a paper without it is better than no paper. */
export async function openLogo(tx: PoolClient, vault: Vault, { logoFileId }: Letterhead): Promise<string | null> {
  const file = logoFileId ? await findLogo(tx, logoFileId) : undefined;
  if (!file) return null;
  try {
    return pictureSvg(await vault.open(file)) ?? null;
  } catch (error) {
    if (!(error instanceof KeyMissing || error instanceof Damaged)) throw error;
    return null;
  }
}

/** The head as values for a template. */
export const printHead = ({ name, address, phone, email }: Letterhead, logo: string | null) => ({
  logo,
  name: { fr: printable(name.fr), ar: printable(name.ar) },
  address: { fr: keepNumbers(printable(address.fr || address.ar)), ar: keepNumbers(printable(address.ar || address.fr)) },
  phone: phone ? printPhone(phone) : null,
  email: email ? printable(email) : null,
});
