import type { HsdsRecord } from '../hsds/clean.ts';
import { recordsOf, textOf } from './members.ts';
import { escapeText, foldLines } from './text-lines.ts';

/** An organisation (a whole HSDS record) as a vCard 4 (RFC 6350) for the address book of a telephone. */
export function organizationVcard(organization: HsdsRecord, page: string): string {
  const line = (name: string, value: string | undefined): string[] => (value === undefined ? [] : [`${name}:${escapeText(value)}`]);
  const name = textOf(organization, 'name') ?? '';
  const addresses = recordsOf(organization, 'locations').flatMap((location) => recordsOf(location, 'addresses'));
  return foldLines([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `UID:urn:uuid:${organization.id}`,
    ...line('FN', name),
    ...line('ORG', name),
    ...line('NICKNAME', textOf(organization, 'alternate_name')),
    ...line('NOTE', textOf(organization, 'description')),
    ...line('EMAIL', textOf(organization, 'email')),
    ...recordsOf(organization, 'phones').flatMap((phone) => {
      const kind = textOf(phone, 'type')?.toLowerCase();
      const extension = phone.extension === undefined ? '' : ` x${String(phone.extension)}`;
      return line(kind === 'fax' ? 'TEL;TYPE="work,fax"' : 'TEL;TYPE="work,voice"', `${textOf(phone, 'number') ?? ''}${extension}`);
    }),
    ...addresses.map((address) => {
      const parts = ['address_2', 'address_1', 'city', 'state_province', 'postal_code', 'country'].map(
        (part) => textOf(address, part) ?? '',
      );
      return `ADR;TYPE=work:;${parts.map(escapeText).join(';')}`;
    }),
    // An address is a URI, which these formats do not escape.
    ...[textOf(organization, 'website'), page].flatMap((url) => (url === undefined ? [] : [`URL:${url}`])),
    ...(textOf(organization, 'last_modified') ? [`REV:${stamp(new Date(String(organization.last_modified)))}`] : []),
    'END:VCARD',
  ]);
}

const stamp = (date: Date): string => date.toISOString().replace(/[-:]|\.\d{3}/g, '');
