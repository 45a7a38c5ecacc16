/**
 * A script, bundled by `figures.bench.ts`, that measures figures at three sizes of a country and writes them to a file.
 */
import { writeFileSync } from 'node:fs';
import { localDate } from '@denba/quantities/local-date';
import type { BenchFigure } from '../bench-figure.ts';
import { clinicData } from '../browser/clinic-entries.ts';
import { countryOf } from './country.ts';
import { freshness } from './freshness.ts';
import { pageTimes } from './page-times.ts';
import { rebuildRate } from './rebuild-rate.ts';
import { withPortal } from './with-portal.ts';

const [, , root = '', result = ''] = process.argv;
const SIZES = (process.env['CENTRES'] ?? '100,300,1000').split(',').map(Number);
const FAMILIES = Number(process.env['FAMILIES'] ?? 1_000);
/** Number of families that are really folded and counted; the country repeats them. */
const TOLD = Math.min(10_000, FAMILIES * 10);
const TODAY = localDate('2026-11-26');

const data = clinicData('figures', TODAY, { families: TOLD, entries: TOLD * 5 });
const figures: BenchFigure[] = [];
for (const centres of SIZES) {
  const measured = await withPortal(root, async (portal) => {
    const size = await countryOf(portal, data.entries, { centres, families: FAMILIES });
    const pages = await pageTimes(portal, `${centres} centres, ${size.families} families, ${size.facts} facts`);
    if (centres !== SIZES.at(-1)) return pages;
    return [...pages, ...(await freshness(portal)), ...(await rebuildRate(portal))];
  });
  figures.push(...measured);
}
writeFileSync(result, JSON.stringify(figures));
