import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { geoMercator, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';

interface Named {
  code: string;
  name_fr: string;
  name_ar: string;
}
type Boundaries = Topology<{ region: GeometryCollection<Named>; provinces: GeometryCollection<Named> }>;

/** A region drawn once, in units of its own; a position is put on it by `project`. */
export interface Outlines {
  regionCode: string;
  width: number;
  height: number;
  /** Path of the region's outline. */
  region: string;
  /** Path of the lines between provinces. */
  borders: string;
  provinces: { code: string; nameFr: string; nameAr: string; x: number; y: number }[];
  /** WGS 84 degrees to units of the drawing. */
  project(longitude: number, latitude: number): { x: number; y: number };
}

const width = 700;
const height = 1000;
/** In square degrees: corners that matter less are left out, which keeps a page with a map within one round trip. */
const finest = 1e-4;

/** Draws the outlines of a region, simplified, north up, the same scale in every direction around a point. */
export function drawOutlines(boundaries: Boundaries): Outlines {
  const simple = simplify(presimplify(boundaries), finest);
  const region = feature(simple, simple.objects.region);
  const projection = geoMercator().fitSize([width, height], region);
  const path = geoPath(projection).digits(0);
  const middle = (shape: Parameters<typeof path.centroid>[0]) => {
    const [x, y] = path.centroid(shape);
    return { x: Math.round(x), y: Math.round(y) };
  };
  return {
    regionCode: region.features[0]?.properties.code ?? '',
    width,
    height,
    region: path(region) ?? '',
    borders: path(mesh(simple, simple.objects.provinces, (one, other) => one !== other)) ?? '',
    provinces: feature(simple, simple.objects.provinces).features.map((province) => ({
      code: province.properties.code,
      nameFr: province.properties.name_fr,
      nameAr: province.properties.name_ar,
      ...middle(province),
    })),
    project(longitude, latitude) {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      return { x: Math.round(x), y: Math.round(y) };
    },
  };
}

let drawn: Outlines | undefined;
/** The outlines that come with the platform; of the region they belong to, and no other. */
export function regionOutlines(regionCode: string): Outlines | undefined {
  drawn ??= drawOutlines(JSON.parse(readFileSync(join(import.meta.dirname, '../../data/oriental/boundaries.topojson'), 'utf8')));
  return drawn.regionCode === regionCode ? drawn : undefined;
}
