import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bars } from './bars.ts';
import { peerDots } from './peer-dots.ts';
import { scaleOver, shortened } from './picture.ts';
import { placeDots } from './place-dots.ts';
import { placeMap } from './place-map.ts';
import { trend } from './trend.ts';

describe('a scale', () => {
  it('has round ticks, and 0 among them', () => {
    expect(scaleOver([37])).toEqual({ low: 0, high: 40, ticks: [0, 10, 20, 30, 40] });
    expect(scaleOver([-0.3, 0.25])).toEqual({ low: -0.4, high: 0.4, ticks: [-0.4, -0.2, 0, 0.2, 0.4] });
  });

  it('stands when there is nothing to show', () => expect(scaleOver([0, 0])).toEqual({ low: 0, high: 1, ticks: [0] }));

  it('holds every value', () => {
    const value = fc.integer({ min: -1e7, max: 1e7 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const { low, high, ticks } = scaleOver(values);
        expect(low).toBeLessThanOrEqual(Math.min(...values) + 1e-6);
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6);
        expect(ticks.length).toBeLessThan(12);
        expect(ticks).toContain(0);
      }),
    );
  });
});

const name = 'CSCom <de> "Sanankoroba" & environs';
const say = (value: number): string => `${value}%`;

describe('a picture', () => {
  const interval = { low: 5, high: 20 };
  const made = {
    trend: trend(
      [
        { label: 'J', value: 10, interval, inPeriod: false },
        { label: 'F', value: null, interval: null, inPeriod: false },
        { label: 'M', value: 12, interval, inPeriod: true },
        { label: 'A', value: 13, interval, inPeriod: true },
      ],
      { says: name, say },
    ).text,
    places: placeDots([{ name, value: 10, interval, own: true }], { together: 12, says: name, say }).text,
    bars: bars(
      [
        { name, value: 3, text: '3' },
        { name, value: null, text: '–' },
      ],
      name,
    ).text,
    map: placeMap(
      [
        { number: 1, name, short: name, latitude: 12, longitude: -8, value: 0, text: '0' },
        { number: 2, name, short: name, latitude: 13, longitude: -7, value: null, text: '–' },
      ],
      name,
    ).text,
    peers: peerDots({ own: 4, others: [0, 9], together: 5, says: name, ends: (low, high) => [say(low), say(high)] })
      .text,
  };

  it.each(Object.entries(made))('%s says in words what it shows, and holds no name as code', (_kind, svg) => {
    expect(svg).toMatch(/^<svg class="picture \w+" viewBox="0 0 \d+ \d+" role="img" aria-label="CSCom &#60;de&#62;/);
    expect(svg).not.toMatch(/<de>|NaN|Infinity|undefined|style=/);
  });

  it('of a trend draws no line over a month without a value', () => {
    expect(made.trend.match(/<polyline/g)).toHaveLength(1);
    expect(made.trend.match(/<polyline[^>]*points="([^"]*)"/)?.[1]?.split(' ')).toHaveLength(2);
  });

  it('shows a place without a value as an empty circle, not as one of zero', () => {
    expect(made.map).toContain('step-none');
    expect(made.map).toContain('step-0');
  });
});

it('a long name is cut with a sign that it was', () =>
  expect(shortened('Dialakoroba central', 12)).toBe('Dialakoroba…'));
