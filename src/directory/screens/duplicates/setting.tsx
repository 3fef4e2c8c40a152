import { localeOf } from '../../../platform/i18n/index.ts';
import { useLanguage } from '../../../workspace/language.tsx';
import type { RecordSide } from '../answers.ts';
import { useName } from '../named.tsx';

/** A service may be for every commune of a province: the first tell it apart as well. */
const mostPlaces = 4;

/** Whose a record is and where, in quiet lines; nothing where neither is known. */
export function Setting({ side: { organization, places } }: { side: RecordSide }) {
  const nameOf = useName();
  const { language } = useLanguage();
  const listed = new Intl.ListFormat(localeOf(language), { type: 'unit' }).format(places.slice(0, mostPlaces).map(nameOf));
  const lines = [organization ? nameOf(organization) : '', places.length > mostPlaces ? `${listed}…` : listed];
  return lines
    .filter((line) => line !== '')
    .map((line) => (
      <bdi key={line} className="block text-sm font-normal text-quiet">
        {line}
      </bdi>
    ));
}
