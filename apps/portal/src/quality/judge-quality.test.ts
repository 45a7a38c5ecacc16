import { expect, it } from 'vitest';
import type { Stands } from '../centre/supervision.ts';
import { judgeQuality } from './judge-quality.ts';
import type { CentreQuality } from './read-quality.ts';

const now = new Date('2026-11-26T09:00:00Z');
const centre = (id: string, over: Partial<CentreQuality> = {}): CentreQuality => ({
  place: { id, name: id, parent: null, kind: 'health_centre', path: `${id}/`, latitude: null, longitude: null },
  ...{ months: { expected: 12, filled: 12 }, heard: new Date('2026-11-25T09:00:00Z') },
  ...{ doubtful: 0, apart: 0, toMend: 0, doubles: 0 },
  ...over,
});

it('a centre that recorded every month and was heard is praised; one with gaps, silence or a wrong clock is helped', () => {
  const { praise, help } = judgeQuality(
    [
      centre('well'),
      centre('silent', { heard: new Date('2026-11-12T09:00:00Z') }),
      centre('gaps', { months: { expected: 12, filled: 9 } }),
      centre('clock', { doubtful: 3 }),
      centre('without-phone', { months: { expected: 0, filled: 0 }, heard: null }),
      centre('new', { months: { expected: 2, filled: 2 } }),
    ],
    now,
    () => [],
  );
  expect(praise.map(({ place }) => place.id)).toEqual(['well', 'new']);
  expect(help.map((one) => [one.centre.place.id, one.missing, one.isSilent])).toEqual([
    ['gaps', 3, false],
    ['silent', 0, true],
    ['clock', 0, false],
  ]);
});

it('a centre that sends well and whose weights are all round is helped, not praised', () => {
  const rounding = { indicator: { code: 'DQ.03' } } as unknown as Stands;
  const { praise, help } = judgeQuality([centre('well'), centre('rounds')], now, ({ place }) =>
    place.id === 'rounds' ? [rounding] : [],
  );
  expect(praise.map(({ place }) => place.id)).toEqual(['well']);
  expect(help.map((one) => [one.centre.place.id, one.worse])).toEqual([['rounds', [rounding]]]);
});
