import { describe, expect, it } from 'vitest';
import { loadChartStandard } from './load-chart-standard.ts';
import { closeView } from './mini-view.ts';

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
});
