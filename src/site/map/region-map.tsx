import type { Translate } from '../../platform/i18n/index.ts';
import type { Outlines } from '../../territory/index.ts';
import { listOf } from '../../directory/index.ts';
import type { Pin, View } from './pins.ts';

interface RegionMapProps {
  t: Translate;
  language: string;
  outlines: Outlines;
  view: View;
  pins: readonly Pin[];
  /** Where a mark leads; none on a page that already is about its service. */
  hrefOf?: (pin: Pin) => string;
}

export const pinName = ({ communes }: Pin, t: Translate, language: string): string =>
  communes.length > 0 ? listOf(communes, language) : t('site.map.place');

/** The region with marks, as one picture; each mark leads to its place in the list beside it. */
export function RegionMap({ t, language, outlines, view, pins, hrefOf }: RegionMapProps) {
  const radius = Math.round(view.width * 0.036);
  // A finger needs 44 px: on the narrowest telephone the picture is about 300 px wide.
  const reach = Math.round(view.width * 0.075);
  // A name under a mark could not be read; the list says it anyway.
  const named = outlines.provinces.filter(
    ({ x, y }) =>
      x > view.x &&
      x < view.x + view.width &&
      y > view.y &&
      y < view.y + view.height &&
      pins.every((pin) => Math.abs(pin.x - x) > radius * 3.5 || Math.abs(pin.y - y) > radius * 1.6),
  );
  return (
    <svg className="map" viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`} role={hrefOf ? 'group' : 'img'}>
      <title>
        {hrefOf
          ? t('site.map.picture')
          : t('site.map.at', {
              place: listOf(
                pins.map((pin) => pinName(pin, t, language)),
                language,
              ),
            })}
      </title>
      <path className="land" d={outlines.region} />
      <path className="line" d={outlines.borders} />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of words, which no key reaches; the list says them too. */}
      <g aria-hidden="true" fontSize={radius * 1.1}>
        {named.map((province) => (
          <text key={province.code} x={province.x} y={province.y}>
            {language === 'ar' ? province.nameAr : province.nameFr}
          </text>
        ))}
      </g>
      {pins.map((pin) => {
        const mark = (
          <>
            <circle className="reach" cx={pin.x} cy={pin.y} r={reach} />
            <circle cx={pin.x} cy={pin.y} r={radius} />
            {hrefOf ? (
              <text x={pin.x} y={pin.y + radius * 0.42} fontSize={radius * 1.2}>
                {pin.number}
              </text>
            ) : null}
          </>
        );
        return hrefOf ? (
          <a
            key={pin.number}
            className="pin"
            href={hrefOf(pin)}
            aria-label={`${pin.number}. ${t('site.map.pin', { place: pinName(pin, t, language), n: pin.services.length })}`}
          >
            {mark}
          </a>
        ) : (
          <g key={pin.number} className="pin">
            {mark}
          </g>
        );
      })}
    </svg>
  );
}
