import { expect, it } from 'vitest';
import type { Stands } from '../centre/supervision.ts';
import { judgeQuality } from './judge-quality.ts';
import type { CentreQuality } from './read-quality.ts';

const centre = (id: string, over: Partial<CentreQuality> = {}): CentreQuality => ({
  place: { id, name: id, parent: null, kind: 'health_centre', path: `${id}/`, latitude: null, longitude: null },
  ...{ months: { expected: 12, filled: 12 }, silence: null, contact: null },
  ...{ doubtful: 0, apart: 0, toMend: 0, doubles: 0 },
  ...over,
});

it('a centre that recorded every month and was heard is praised; one with gaps, silence or a wrong clock is helped', () => {
  const { praise, help } = judgeQuality(
    [
      centre('well'),
      centre('cut-off', { silence: { kind: 'cutOff', since: new Date('2026-11-12T09:00:00Z') } }),
      centre('idle', { silence: { kind: 'idle', since: new Date('2026-11-12T09:00:00Z') } }),
      centre('gaps', { months: { expected: 12, filled: 9 } }),
      centre('clock', { doubtful: 3 }),
      centre('without-phone', { months: { expected: 0, filled: 0 } }),
      centre('new', { months: { expected: 2, filled: 2 } }),
    ],
    () => ({ worse: [], isTooLittle: false }),
  );
  expect(praise.map(({ place }) => place.id)).toEqual(['well', 'new']);
  expect(help.map((one) => [one.centre.place.id, one.missing])).toEqual([
    ['gaps', 3],
    ['cut-off', 0],
    ['idle', 0],
    ['clock', 0],
  ]);
});

it('a centre that sends well and whose weights are all round is helped, not praised', () => {
  const rounding = { indicator: { code: 'DQ.03' } } as unknown as Stands;
  const { praise, help } = judgeQuality([centre('well'), centre('rounds')], ({ place }) => ({
    worse: place.id === 'rounds' ? [rounding] : [],
    isTooLittle: false,
  }));
  expect(praise.map(({ place }) => place.id)).toEqual(['well']);
  expect(help.map((one) => [one.centre.place.id, one.worse])).toEqual([['rounds', [rounding]]]);
});

it('a centre that sends well and whose figures are hidden or made of few cases is not praised, whatever is not known', () => {
  const { praise, help, unjudged } = judgeQuality(
    [centre('well'), centre('hidden'), centre('gaps', { months: { expected: 12, filled: 9 } })],
    ({ place }) => ({ worse: [], isTooLittle: place.id !== 'well' }),
  );
  expect(praise.map(({ place }) => place.id)).toEqual(['well']);
  expect(unjudged.map(({ place }) => place.id)).toEqual(['hidden']);
  expect(help.map((one) => one.centre.place.id)).toEqual(['gaps']);
});
