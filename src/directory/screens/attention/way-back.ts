/** The form a change came from, and what was typed there, as the form keeps it on the device. */
export interface WayBack {
  to: string;
  draft?: { name: string; value: Record<string, unknown> };
}
type Payload = Record<string, unknown>;

const isPayload = (value: unknown): value is Payload => typeof value === 'object' && value !== null && !Array.isArray(value);
const partOf = (payload: Payload, name: string): Payload => {
  const part = payload[name];
  return isPayload(part) ? part : {};
};
const idOf = (payload: Payload, name: string): string => String(payload[name]);

const serviceOf = (place: string, payload: Payload): string => `${place}/services/${idOf(payload, 'serviceId')}`;
const organizationOf = (place: string, payload: Payload): string =>
  place === '/directory' ? `${place}/organizations/${idOf(payload, 'organizationId')}` : place;

function newService(place: string, payload: Payload): WayBack {
  const [where] = Array.isArray(payload.places) ? payload.places : [];
  const { communeCode = '', address = '', confidential = false } = isPayload(where) ? where : {};
  const id = idOf(payload, 'organizationId');
  const value = { touched: partOf(payload, 'fields'), communeCode, address: address ?? '', isConfidential: confidential };
  return { to: `${place}/organizations/${id}/new`, draft: { name: `new-service:${id}`, value } };
}
function availability(place: string, payload: Payload): WayBack {
  const { state = 'unknown', places, until } = partOf(payload, 'availability');
  const value = { state, places: places === null || places === undefined ? '' : String(places), until: until ?? '' };
  return { to: serviceOf(place, payload), draft: { name: `availability:${idOf(payload, 'serviceId')}`, value } };
}
function stewardship(place: string, payload: Payload): WayBack {
  const { rhythmMonths, contactEmail, language } = payload;
  const value = { rhythmMonths, contactEmail: contactEmail ?? '', language };
  return { to: organizationOf(place, payload), draft: { name: `stewardship:${idOf(payload, 'organizationId')}`, value } };
}

const importSource = (_place: string, { sourceId, name, address, rhythm, language }: Payload): WayBack => ({
  to: '/directory/imports',
  ...(address === undefined ? {} : { draft: { name: `import-source:${String(sourceId)}`, value: { name, address, rhythm, language } } }),
});

/** To the file that was sent, so that it need not be sent again. */
const lookAtFile = (_place: string, { fileId, fileName, mappingKey, sourceKey, sourceName }: Payload): WayBack => ({
  to: `/directory/imports/files/${String(fileId)}/again`,
  draft: {
    name: 'import-file',
    value: {
      fileName,
      reads: mappingKey ? 'table' : 'package',
      mappingKey: mappingKey ?? '',
      sourceKey: sourceKey ?? '',
      sourceName: sourceName ?? '',
    },
  },
});
const importFile = (_place: string, { fileId }: Payload): WayBack => ({ to: `/directory/imports/files/${String(fileId)}` });
const newFile = (): WayBack => ({ to: '/directory/imports/file' });

/** For each command of the directory's care, where one made it. `place` is where this person keeps records. */
const ways: Record<string, (place: string, payload: Payload) => WayBack> = {
  'directory.edit_service': (place, payload) => ({
    to: serviceOf(place, payload),
    draft: { name: `service:${idOf(payload, 'serviceId')}`, value: { touched: partOf(payload, 'fields') } },
  }),
  'directory.edit_organization': (place, payload) => ({
    to: `${place}/organizations/${idOf(payload, 'organizationId')}/edit`,
    draft: { name: `organization:${idOf(payload, 'organizationId')}`, value: { touched: partOf(payload, 'fields') } },
  }),
  'directory.add_organization': (place, payload) => ({
    to: `${place}/organizations/new`,
    draft: { name: 'new-organization', value: { touched: partOf(payload, 'fields') } },
  }),
  'directory.propose_service': newService,
  'directory.decide_change': (place, payload) => ({
    to: `${place}/proposals`,
    ...(typeof payload.reason === 'string'
      ? { draft: { name: `reject:${idOf(payload, 'changeId')}`, value: { reason: payload.reason } } }
      : {}),
  }),
  'directory.archive_service': (place, payload) => ({ to: serviceOf(place, payload) }),
  'directory.publish_service': (place, payload) => ({ to: serviceOf(place, payload) }),
  'directory.confirm': (place, payload) => ({ to: organizationOf(place, payload) }),
  'directory.set_availability': availability,
  'directory.answer_feedback': (place, payload) => ({
    to: `${place}/feedback`,
    ...(typeof payload.answer === 'string'
      ? { draft: { name: `feedback:${idOf(payload, 'feedbackId')}`, value: { answer: payload.answer } } }
      : {}),
  }),
  'directory.set_stewardship': stewardship,
  'directory.add_everyday_word': (place, { word, language, termCode }) => ({
    to: `${place}/words`,
    draft: { name: 'word:', value: { word, language, termCode } },
  }),
  'directory.remove_everyday_word': (place) => ({ to: `${place}/words` }),
  'directory.settle_query': (place) => ({ to: `${place}/queries` }),
  'directory.merge': (place, payload) => ({
    to: `${place}/duplicates/${idOf(payload, 'entity')}/${idOf(payload, 'keptId')}/${idOf(payload, 'goneId')}`,
  }),
  'directory.mark_not_same': (place, payload) => ({
    to: `${place}/duplicates/${idOf(payload, 'entity')}/${idOf(payload, 'a')}/${idOf(payload, 'b')}`,
  }),
  'directory.undo_merge': (place) => ({ to: `${place}/merges` }),
  'directory.review_difference': (place) => ({ to: `${place}/differences` }),
  'directory.set_calendar_period': (place) => ({ to: `${place}/calendar` }),
  'directory.confirm_calendar_period': (place) => ({ to: `${place}/calendar` }),
  'directory.remove_calendar_period': (place) => ({ to: `${place}/calendar` }),
  'directory.add_import_source': (place, payload) => importSource(place, { ...payload, sourceId: 'new' }),
  'directory.change_import_source': importSource,
  'directory.pause_import_source': importSource,
  'directory.remove_import_source': importSource,
  'directory.import_now': importSource,
  'directory.confirm_translation': (place) => ({ to: `${place}/translations` }),
  'directory.look_at_import_file': lookAtFile,
  'directory.apply_import_file': importFile,
  'directory.drop_import_file': importFile,
  'directory.save_import_mapping': newFile,
  'directory.recheck_link': (place) => ({ to: `${place}/links` }),
};

/** The way back to the form of a refused change; what has no form of its own leads to where its author keeps the directory. */
export const wayBack = (kind: string, payload: Payload, place: string): WayBack => ways[kind]?.(place, payload) ?? { to: place };

/** What a person typed or chose in a change, field by field; identifiers say nothing to a reader. */
export function typedIn(payload: Payload): [field: string, value: unknown][] {
  return Object.entries(payload).flatMap(([name, value]): [string, unknown][] => {
    if (name === 'translations' && isPayload(value))
      return Object.entries(value).flatMap(([language, texts]) =>
        isPayload(texts)
          ? Object.entries(texts).map(([member, text]): [string, unknown] => [`translations.${language}.${member}`, text])
          : [],
      );
    if (name === 'fields' && isPayload(value)) return typedIn(value);
    return shown.has(name) ? [[name, value]] : [];
  });
}
const shown: ReadonlySet<string> = new Set([
  ...['name', 'alternateName', 'needs', 'audiences', 'description', 'eligibility', 'minimumAge', 'maximumAge', 'alert'],
  ...['applicationProcess', 'fees', 'url', 'website', 'email', 'status', 'areas', 'languages', 'documents', 'phones', 'schedules'],
  ...['communeCode', 'places', 'availability', 'answer', 'reason', 'word', 'query', 'contactEmail', 'termCode', 'firstDay', 'lastDay'],
  'address',
]);

/** The field a remark of the server is about, under the name it has in `typedIn`. */
export function fieldOfRemark(path: string): string {
  const parts = path.replace(/^fields\./, '').split('.');
  return parts.slice(0, parts[0] === 'translations' ? 3 : 1).join('.');
}
