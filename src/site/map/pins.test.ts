import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ServicePoint } from '../../directory/index.ts';
import { regionOutlines } from '../../territory/index.ts';
import { placePins } from './pins.ts';

const outlines = regionOutlines('02');
const place = (points: readonly ServicePoint[]) => (outlines ? placePins(outlines, points) : undefined);
const oujda = { latitude: 34.68, longitude: -1.91, ofCommune: true, commune: 'Oujda' };

it('services in one place share a mark, and nothing with a place leaves no map', () => {
  expect(place([])).toBeUndefined();
  expect(
    place([
      { serviceId: 'a', ...oujda },
      { serviceId: 'b', ...oujda },
      { serviceId: 'a', ...oujda },
    ])?.pins,
  ).toMatchObject([{ number: 1, communes: ['Oujda'], services: ['a', 'b'], ofCommune: true }]);
});

const point = fc.record({
  serviceId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  latitude: fc.double({ min: 31.7, max: 35.4, noNaN: true }),
  longitude: fc.double({ min: -4.1, max: -1.1, noNaN: true }),
  ofCommune: fc.boolean(),
  commune: fc.constantFrom('Oujda', 'Nador', null),
});

it('every service is under a mark inside the view, marks are numbered as they stand and none covers another', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
      const placed = place(points);
      if (!placed) throw new Error('there are points');
      const { pins, view } = placed;
      expect(new Set(pins.flatMap((pin) => pin.services))).toEqual(new Set(points.map((p) => p.serviceId)));
      expect(pins.map((pin) => pin.number)).toEqual(pins.map((_, i) => i + 1));
      for (const [i, { x, y }] of pins.entries()) {
        expect(x).toBeGreaterThan(view.x);
        expect(x).toBeLessThan(view.x + view.width);
        expect(y).toBeGreaterThan(view.y);
        expect(y).toBeLessThan(view.y + view.height);
        for (const other of pins.slice(i + 1)) {
          expect(other.y).toBeGreaterThanOrEqual(y);
          expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThanOrEqual(view.width * 0.09);
        }
      }
    }),
  );
});
