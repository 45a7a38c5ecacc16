/** How long the server takes for pages of the portal, of the whole country and of a part of it. */
import type { BenchFigure } from '../bench-figure.ts';
import type { Portal } from './with-portal.ts';

const ROUNDS = 30;
const QUARTER = 'period=2026-08..2026-10';
const YEAR = 'period=2025-11..2026-10';

export const pageTimes = async ({ reader }: Portal, size: string): Promise<readonly BenchFigure[]> => {
  const browser = await reader('pays');
  const timed = async (what: string, paths: readonly string[]): Promise<readonly BenchFigure[]> => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const path of paths) {
        const start = performance.now();
        const { status } = await browser.get(path);
        if (status !== 200) throw new Error(`${path} was answered ${status}`);
        if (round > 0) times.push(performance.now() - start);
      }
    }
    times.sort((a, b) => a - b);
    const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
    return [
      {
        what: `${what}, p95`,
        value: at(0.95),
        unit: 'ms',
        note: `target 200; ${size}; median ${Math.round(at(0.5))} ms`,
      },
    ];
  };
  const overview = (place: string): string => `/portal/places/${place}?${QUARTER}`;
  const indicator = (place: string, code: string): string => `/portal/places/${place}/indicators/${code}?${YEAR}`;
  return [
    ...(await timed('overview of the country', [overview('pays')])),
    ...(await timed('overview of regions, districts, centres', [
      overview('region-0'),
      overview('district-0'),
      overview('centre-3'),
    ])),
    ...(await timed('an indicator of the country', [
      indicator('pays', 'MAMI.IND.24'),
      indicator('pays', 'MAMI.IND.08'),
      indicator('pays', 'MAMI.IND.14'),
    ])),
    ...(await timed('an indicator of regions, districts, centres', [
      indicator('region-0', 'MAMI.IND.24'),
      indicator('district-0', 'MAMI.IND.05'),
      indicator('centre-3', 'MAMI.IND.02'),
    ])),
  ];
};
