import { describe, expect, it } from 'vitest';
import { loadChartStandard } from './load-chart-standard.ts';
import { closeHeight, closeView } from './mini-view.ts';

const at = (...places: readonly number[]) => places.map((x) => ({ x }));

describe('the view of a small chart', () => {
  it('is the first eight weeks of a newborn', async () => {
    const standard = await loadChartStandard('weight-for-age', 'F');
    expect(closeView(standard, [])).toEqual({ from: 0, to: 56 });
    expect(closeView(standard, at(0))).toEqual({ from: 0, to: 56 });
  });

  it('holds every point, and room for what comes next', async () => {
    for (const chart of ['weight-for-age', 'weight-for-length', 'preterm-weight', 'muac-for-age'] as const) {
      const standard = await loadChartStandard(chart, 'M');
      const points = chart === 'weight-for-length' ? at(46, 58) : at(210, 330);
      const { from, to } = closeView(standard, points);
      expect(from).toBeLessThanOrEqual(Math.min(...points.map(({ x }) => x)));
      expect(to).toBeGreaterThan(Math.max(...points.map(({ x }) => x)));
    }
  });

  it('is as high as the lines of small infants, or as the points go; a wild one does not flatten it', async () => {
    const standard = await loadChartStandard('weight-for-age', 'F');
    const range = { from: 0, to: 56 };
    const calm = closeHeight(standard, range, []) ?? { from: 0, to: 0 };
    const valueAt = (day: number, z: number) => {
      const answer = standard.valueAt(day, z);
      return answer.kind === 'value' ? answer.value : Number.NaN;
    };
    expect(calm.from).toBeLessThan(valueAt(0, -3));
    expect(calm.to).toBeGreaterThan(valueAt(56, 1));
    expect(calm.to).toBeLessThan(valueAt(56, 2.5));
    const big = closeHeight(standard, range, [{ x: 50, y: 7.2 }]);
    expect(big?.to).toBeGreaterThan(7.2);
    expect(closeHeight(standard, range, [{ x: 50, y: 60 }])).toEqual(calm);
  });

  it('is left to the points where there is no standard', async () => {
    expect(closeHeight(await loadChartStandard('muac-for-age', 'F'), { from: 0, to: 56 }, [])).toBeUndefined();
  });
});
