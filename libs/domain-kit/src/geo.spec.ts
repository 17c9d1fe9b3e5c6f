import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundingBox, distanceMetres, inBox, onEdge, pointInPolygon } from './geo.js';

const wujin = { lon: 119.942, lat: 31.701 };
const place = fc.record({
  lon: fc.double({ min: 73, max: 135, noNaN: true }),
  lat: fc.double({ min: 3, max: 54, noNaN: true }),
});

describe('geo', () => {
  it('measures a degree of latitude and a known pair', () => {
    expect(distanceMetres({ lon: 0, lat: 0 }, { lon: 0, lat: 1 })).toBeCloseTo(111_195, -1);
    expect(distanceMetres({ lon: 116.391, lat: 39.907 }, { lon: 121.474, lat: 31.23 }) / 1000).toBeCloseTo(1068, -1);
  });

  it('is a distance: symmetric, zero at home, no longer by the direct way', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(distanceMetres(a, a)).toBe(0);
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 6);
        expect(distanceMetres(a, c)).toBeLessThanOrEqual(distanceMetres(a, b) + distanceMetres(b, c) + 1e-3);
      }),
    );
  });

  it('tells inside from outside, also in a bay, with the ring closed or open', () => {
    const u = [
      [0, 0],
      [6, 0],
      [6, 6],
      [4, 6],
      [4, 2],
      [2, 2],
      [2, 6],
      [0, 6],
    ].map(([lon = 0, lat = 0]) => ({ lon, lat }));
    const closed = [...u, { lon: 0, lat: 0 }];
    for (const ring of [u, closed]) {
      expect(pointInPolygon({ lon: 1, lat: 5 }, ring)).toBe(true);
      expect(pointInPolygon({ lon: 3, lat: 5 }, ring)).toBe(false);
      expect(pointInPolygon({ lon: 3, lat: 1 }, ring)).toBe(true);
      expect(pointInPolygon({ lon: 7, lat: 1 }, ring)).toBe(false);
    }
    expect(pointInPolygon(wujin, [])).toBe(false);
  });

  it('gives a point on a shared edge to exactly one neighbour', () => {
    const square = (west: number) => [
      { lon: west, lat: 0 },
      { lon: west + 1, lat: 0 },
      { lon: west + 1, lat: 1 },
      { lon: west, lat: 1 },
    ];
    const edge = { lon: 1, lat: 0.5 };
    expect([square(0), square(1)].filter((ring) => pointInPolygon(edge, ring))).toHaveLength(1);
  });

  it('knows what lies on an outline, whichever way it runs', () => {
    const roof = [
      { lon: 119.7, lat: 31.5 },
      { lon: 120.2, lat: 31.5 },
      { lon: 119.95, lat: 31.9 },
    ];
    const middles = roof.map((corner, at) => {
      const before = roof.at(at - 1) ?? corner;
      return { lon: (corner.lon + before.lon) / 2, lat: (corner.lat + before.lat) / 2 };
    });
    for (const point of [...roof, ...middles]) {
      expect(onEdge(point, roof)).toBe(true);
      expect(onEdge(point, [...roof, { lon: 119.7, lat: 31.5 }])).toBe(true);
      expect(onEdge({ ...point, lat: point.lat - 1e-6 }, roof)).toBe(false);
    }
    expect(onEdge(wujin, roof)).toBe(false);
  });

  it('draws boxes that hold what they are drawn around', () => {
    expect(boundingBox([])).toBeUndefined();
    fc.assert(
      fc.property(place, place, (a, b) => {
        const around = boundingBox([a, b]);
        expect(around && inBox(a, around) && inBox(b, around)).toBe(true);
      }),
    );
  });
});
