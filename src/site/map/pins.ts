import type { ServicePoint } from '../../directory/index.ts';
import type { Outlines } from '../../territory/index.ts';

/** The part of the drawing that is shown. */
export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}
/** A mark on the map: the services at one point, or at points too near each other to be told apart. */
export interface Pin {
  /** From 1: the number on the map and in the list. */
  number: number;
  x: number;
  y: number;
  communes: string[];
  ofCommune: boolean;
  services: string[];
}

/** All of it, with a little room around. */
export const wholeOf = ({ width, height }: Outlines): View => ({ x: -20, y: -20, width: width + 40, height: height + 40 });

/** Closer in than this, simplified outlines would promise more than they know. */
const narrowest = 200;
const tallest = 1.3;
const flattest = 0.75;

/** The smallest part of the drawing that holds every point, with room around. */
export function viewOf(points: readonly { x: number; y: number }[]): View {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let width = Math.max((right - left) * 1.3, narrowest);
  let height = Math.max((bottom - top) * 1.3, narrowest * flattest);
  width = Math.max(width, height / tallest);
  height = Math.max(height, width * flattest);
  return {
    x: Math.round((left + right - width) / 2),
    y: Math.round((top + bottom - height) / 2),
    width: Math.round(width),
    height: Math.round(height),
  };
}

/** Two marks closer than this share of the width would cover each other under a finger. */
const tooNear = 0.09;

/** Puts services on the map in the order given: near ones share a mark, marks are numbered from the north. */
export function placePins(outlines: Outlines, points: readonly ServicePoint[]): { view: View; pins: Pin[] } | undefined {
  if (points.length === 0) return undefined;
  const projected = points.map((point) => ({ ...point, ...outlines.project(point.longitude, point.latitude) }));
  const view = viewOf(projected);
  const pins: Pin[] = [];
  for (const { x, y, serviceId, commune, ofCommune } of projected) {
    const near = pins.find((pin) => Math.hypot(pin.x - x, pin.y - y) < view.width * tooNear);
    if (!near) {
      pins.push({ number: 0, x, y, communes: commune ? [commune] : [], ofCommune, services: [serviceId] });
      continue;
    }
    if (commune && !near.communes.includes(commune)) near.communes.push(commune);
    if (!near.services.includes(serviceId)) near.services.push(serviceId);
    near.ofCommune ||= ofCommune;
  }
  pins.sort((a, b) => a.y - b.y || a.x - b.x);
  pins.forEach((pin, i) => {
    pin.number = i + 1;
  });
  return { view, pins };
}
