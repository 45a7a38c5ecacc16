import { postnatalWeight, scorePostnatal } from '@denba/growth/intergrowth/postnatal-growth';
import { weightForGestation } from '@denba/growth/intergrowth/weight-for-gestation';
import { headCircumferenceForAge } from '@denba/growth/who/head-circumference-for-age';
import { lengthForAge } from '@denba/growth/who/length-for-age';
import { muacForAge } from '@denba/growth/who/muac-for-age';
import { weightForAge } from '@denba/growth/who/weight-for-age';
import { weightForLength } from '@denba/growth/who/weight-for-length';
import { computedZ } from '@denba/growth/z-score';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChartRange, ChartStandard, GrowthChartId } from './chart-standard.ts';
import { type ChartInput, type ChartLayout, type ChartPoint, layoutChart, nearestPoint } from './growth-chart.ts';
import { loadChartStandard } from './load-chart-standard.ts';

const charts: readonly GrowthChartId[] = [
  'weight-for-age',
  'length-for-age',
  'weight-for-length',
  'head-for-age',
  'muac-for-age',
  'preterm-weight',
  'preterm-length',
  'preterm-head',
  'birth-weight',
  'birth-length',
  'birth-head',
];

const standards = new Map<string, ChartStandard>();
beforeAll(async () => {
  for (const chart of charts) {
    for (const sex of ['F', 'M'] as const) standards.set(`${chart} ${sex}`, await loadChartStandard(chart, sex));
  }
});
const standardOf = (chart: GrowthChartId, sex: 'F' | 'M' = 'F'): ChartStandard => {
  const standard = standards.get(`${chart} ${sex}`);
  if (standard === undefined) throw new Error(`${chart} was not loaded`);
  return standard;
};

const size = { width: 360, height: 340 };
const lay = (
  input: Partial<ChartInput> & { readonly standard: ChartStandard; readonly xRange: ChartRange },
): ChartLayout => layoutChart({ points: [], size, textSize: 12, ...input });

const point = (x: number, y: number, kind: ChartPoint['kind'] = 'plain'): ChartPoint => ({
  id: `${x}/${y}`,
  x,
  y,
  kind,
  label: '',
});

/** Converts a path from pixels back to the standard's units. */
const places = (path: string, { plot, xRange, yRange }: ChartLayout) =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map((match) => ({
    x: xRange.from + ((Number(match[1]) - plot.x) / plot.width) * (xRange.to - xRange.from),
    y: yRange.from + ((plot.y + plot.height - Number(match[2])) / plot.height) * (yRange.to - yRange.from),
  }));

const wholeOf = ({ parts }: ChartStandard): ChartRange => ({ from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? 0 });

describe.each(charts.flatMap((chart) => [[chart, 'F'] as const, [chart, 'M'] as const]))('%s, %s', (chart, sex) => {
  it('holds no NaN and nothing infinite', () => {
    const standard = standardOf(chart, sex);
    const layout = lay({ standard, xRange: wholeOf(standard), points: [point(wholeOf(standard).from + 1, 3)] });
    expect(JSON.stringify(layout)).not.toMatch(/NaN|Infinity|null,"path"/);
    expect(layout.lines.every(({ path }) => path.startsWith('M'))).toBe(true);
    expect(layout.lines.every(({ labelY }) => labelY !== null)).toBe(true);
  });

  it('has its lines one above the other everywhere, and rising within each part of the standard', () => {
    const standard = standardOf(chart, sex);
    for (const part of standard.parts) {
      const layout = lay({ standard, xRange: part });
      const lines = layout.lines.map(({ path }) => places(path, layout));
      // Weight falls very slightly in the first days at low z: a fall under 1/500 of the chart's height is accepted.
      const grain = (layout.yRange.to - layout.yRange.from) / 500;
      for (const [index, line] of lines.entries()) {
        const above = lines[index + 1];
        const crossed = above === undefined ? [] : line.filter((place, at) => !((above[at]?.y ?? 0) > place.y));
        const falling = line.slice(1).filter((place, at) => !(place.y > (line[at]?.y ?? 0) - grain));
        expect([crossed, falling]).toEqual([[], []]);
      }
    }
  });

  it('draws its lines where the standard is, and nowhere else', () => {
    const standard = standardOf(chart, sex);
    const { from, to } = wholeOf(standard);
    const layout = lay({ standard, xRange: { from: from - 20, to: to + 20 } });
    for (const { path } of layout.lines) {
      const drawn = places(path, layout);
      expect(drawn[0]?.x).toBeCloseTo(from, -1);
      expect(drawn.at(-1)?.x).toBeCloseTo(to, -1);
    }
  });
});

describe('every line of the chart is the standard: what stands on it has its z', () => {
  const z: Partial<Record<GrowthChartId, (x: number, y: number) => number | null>> = {
    'weight-for-age': (ageDays, weightKg) => computedZ(weightForAge({ sex: 'F', ageDays, weightKg })),
    'length-for-age': (ageDays, lengthCm) => computedZ(lengthForAge({ sex: 'F', ageDays, lengthCm, measured: null })),
    'weight-for-length': (lengthCm, weightKg) =>
      computedZ(weightForLength({ sex: 'F', ageDays: 100, lengthCm, weightKg, measured: null })),
    'head-for-age': (ageDays, cm) => computedZ(headCircumferenceForAge({ sex: 'F', ageDays, headCircumferenceCm: cm })),
    'muac-for-age': (ageDays, mm) => computedZ(muacForAge({ sex: 'F', ageDays, muacCm: mm / 10 })),
    'preterm-weight': (days, value) =>
      computedZ(scorePostnatal(postnatalWeight, { sex: 'F', postMenstrualAgeDays: days, value })),
    'birth-weight': (gestationalAgeDays, weightKg) =>
      computedZ(weightForGestation({ sex: 'F', gestationalAgeDays, weightKg })),
  };

  it.each(Object.entries(z))('%s', (chart, scoreOf) => {
    const standard = standardOf(chart as GrowthChartId);
    const { from, to } = wholeOf(standard);
    const xRange = { from, to: Math.min(to, from + 200) };
    // A large drawing, so that a tenth of a pixel is far under a hundredth of z.
    const layout = lay({ standard, xRange, size: { width: 8000, height: 80_000 }, textSize: 0 });
    const snap = (x: number): number => (standard.axis === 'length' ? Math.round(x * 1000) / 1000 : Math.round(x));
    const stood = layout.lines.flatMap((line) =>
      places(line.path, layout)
        .map((place) => ({ x: snap(place.x), y: place.y, z: line.z }))
        // The two ends may be outside by a thousandth, because pixels are rounded.
        .filter((place) => place.x >= from && place.x <= to),
    );
    expect(stood.length).toBeGreaterThan(300);
    expect(stood.filter((place) => !(Math.abs((scoreOf(place.x, place.y) ?? Number.NaN) - place.z) < 0.02))).toEqual(
      [],
    );
  });
});

describe('the points of a child', () => {
  const weights = [point(0, 3), point(30, 4), point(60, 9, 'doubtful'), point(100, 5.2), point(400, 8.5, 'now')];
  const views = [
    { from: 0, to: 56 },
    { from: 0, to: 183 },
    { from: 0, to: 730 },
  ];

  it('are all there in every view that reaches them, at their own place', () => {
    for (const xRange of views) {
      const layout = lay({ standard: standardOf('weight-for-age'), xRange, points: weights });
      expect(layout.points.map(({ id }) => id)).toEqual(weights.filter(({ x }) => x <= xRange.to).map(({ id }) => id));
      for (const { px, py, x, y, beyond } of layout.points) {
        const [back] = places(`M${px} ${py}`, layout);
        expect(back?.x).toBeCloseTo(x, -0.5);
        if (beyond === null) expect(back?.y).toBeCloseTo(y, 1);
      }
    }
  });

  it('are joined in order of age, but for doubtful ones, and on to those out of view', () => {
    const shuffled = [weights[3], weights[0], weights[4], weights[2], weights[1]].filter((some) => some !== undefined);
    const layout = lay({ standard: standardOf('weight-for-age'), xRange: { from: 0, to: 183 }, points: shuffled });
    expect(places(layout.joined, layout).map(({ x }) => Math.round(x))).toEqual([0, 30, 100, 400]);
  });

  it('that are wild do not press the lines flat: they stand at the edge of the paper', () => {
    const calm = lay({ standard: standardOf('weight-for-age'), xRange: { from: 0, to: 183 }, points: [] });
    const wild = lay({ standard: standardOf('weight-for-age'), xRange: { from: 0, to: 183 }, points: [point(90, 60)] });
    expect(wild.yRange).toEqual(calm.yRange);
    expect(wild.points[0]).toMatchObject({ beyond: 'above', py: Math.round(wild.plot.y * 10) / 10 });
  });

  it('that are far under the lines are still on the paper', () => {
    const layout = lay({
      standard: standardOf('weight-for-age'),
      xRange: { from: 0, to: 183 },
      points: [point(150, 2.1)],
    });
    expect(layout.points[0]?.beyond).toBeNull();
  });

  it('are found by a tap near them, whatever the zoom', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -3, max: 3 }), (index, off) => {
        const layout = lay({ standard: standardOf('weight-for-age'), xRange: { from: 0, to: 730 }, points: weights });
        const wanted = layout.points[index];
        if (wanted === undefined) throw new Error('a point is missing');
        expect(nearestPoint(layout.points, wanted.px + off, wanted.py + off)?.id).toBe(wanted.id);
      }),
    );
    expect(nearestPoint([], 1, 1)).toBeNull();
  });
});

describe('what else is drawn', () => {
  it('is a cut-off where it holds, also where the standard has no lines', () => {
    const layout = lay({
      standard: standardOf('muac-for-age'),
      xRange: { from: 0, to: 183 },
      points: [point(50, 105)],
      cutOffs: [{ y: 110, label: '110', from: 42, to: 183 }],
    });
    const [from, to] = places(layout.cutOffs[0]?.path ?? '', layout);
    expect([Math.round(from?.x ?? 0), Math.round(to?.x ?? 0)]).toEqual([42, 183]);
    expect(from?.y).toBeCloseTo(110, 0);
  });

  it('is a chart without standard lines in view: its points alone', () => {
    const layout = lay({ standard: standardOf('muac-for-age'), xRange: { from: 0, to: 60 }, points: [point(50, 105)] });
    expect(layout.bands.every(({ path }) => path === '')).toBe(true);
    expect(layout.points).toHaveLength(1);
    expect(JSON.stringify(layout)).not.toMatch(/NaN/);
  });

  it('is the step between lying and standing, not smoothed', () => {
    const layout = lay({ standard: standardOf('length-for-age'), xRange: { from: 700, to: 760 } });
    for (const { path } of layout.lines) expect(path.match(/M/g)).toHaveLength(2);
  });

  it('is a mark within the view only', () => {
    const marks = [
      { x: 448, label: '64' },
      { x: 999, label: 'no' },
    ];
    const layout = lay({ standard: standardOf('preterm-weight'), xRange: { from: 200, to: 500 }, marks });
    expect(layout.marks.map(({ label }) => label)).toEqual(['64']);
  });

  it('are labels that do not cover each other, in the order of the lines', () => {
    for (const chart of charts) {
      const standard = standardOf(chart);
      const layout = lay({ standard, xRange: wholeOf(standard) });
      layout.lines.slice(1).forEach(({ labelY }, index) => {
        expect((layout.lines[index]?.labelY ?? 0) - (labelY ?? 0)).toBeGreaterThanOrEqual(12);
      });
    }
  });
});
