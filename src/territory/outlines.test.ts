import { expect, it } from 'vitest';
import { regionOutlines } from './index.ts';

const outlines = regionOutlines('02');

it('the region is drawn in a few kilobytes, with its eight provinces inside', () => {
  expect((outlines?.region.length ?? 0) + (outlines?.borders.length ?? 0)).toBeLessThan(7000);
  expect(outlines?.provinces.map(({ nameFr }) => nameFr)).toContain('Oujda-Angad');
  expect(outlines?.provinces).toHaveLength(8);
  for (const { x, y } of outlines?.provinces ?? []) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(700);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(1000);
  }
});

it('north is up and east is right: Nador is north-west of Oujda, Figuig far south of both', () => {
  const [nador, oujda, figuig] = [
    [-2.93352, 35.16813],
    [-1.91, 34.68],
    [-1.2267, 32.1089],
  ].map(([longitude = 0, latitude = 0]) => outlines?.project(longitude, latitude) ?? { x: 0, y: 0 });
  expect(nador?.x).toBeLessThan(oujda?.x ?? 0);
  expect(nador?.y).toBeLessThan(oujda?.y ?? 0);
  expect(figuig?.y).toBeGreaterThan((oujda?.y ?? 0) + 400);
});

it('another region is not drawn with these outlines', () => {
  expect(regionOutlines('03')).toBeUndefined();
});
