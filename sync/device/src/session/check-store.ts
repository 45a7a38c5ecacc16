/** Reads everything that is stored, so that damage is found before somebody needs what is damaged. */

import { groupedBy } from '@denba/quantities/grouped-by';
import { type Contents, problemsOf } from '../contents/contents.ts';
import type { EntryName } from '../contents/entry-name.ts';
import { familiesIn } from '../contents/places.ts';
import { drawerOf, namesIn } from '../contents/segment-label.ts';
import type { Progress, SealedStore } from '../device.ts';
import type { StoreProblem } from '../store-report.ts';
import type { OpenStore } from './open-store.ts';
import { readEntries } from './read-entries.ts';

export const checkStore = async <Row>(
  open: OpenStore<Row>,
  values: readonly Pick<SealedStore<unknown>, 'keys' | 'get'>[],
  onProgress: Progress,
): Promise<readonly StoreProblem[]> => {
  open.recent.clear();
  const drawers = [...groupedBy(familiesIn(open.contents.places), drawerOf).values()];
  const steps = drawers.length + values.length;
  for (const [index, families] of drawers.entries()) {
    await readEntries(open, families);
    onProgress(index + 1, steps);
  }
  for (const [index, { keys, get }] of values.entries()) {
    for (const key of await keys()) await get(key);
    onProgress(drawers.length + index + 1, steps);
  }
  noteMissing(open.contents);
  return problemsOf(open.contents);
};

/**
 * Our own log has no gaps: a number that is neither stored nor in a damaged place was lost by the browser's database.
 */
const noteMissing = <Row>(contents: Contents<Row>): void => {
  const { places, damage, problems, log } = contents;
  const { device, seq } = log.head;
  const place = `log/${device}`;
  const names: EntryName[] = [...places.loose.values()];
  for (const label of places.segments.values()) for (const name of namesIn(label)) names.push(name);
  for (const damaged of damage.values()) names.push(...(damaged ?? []));
  const held = new Set(names.flatMap(([, by, number]) => (by === device ? [number] : [])));
  const missing = seq - held.size;
  if (missing > 0) problems.set(place, { kind: 'entriesDamaged', place, entries: missing, families: [] });
  else problems.delete(place);
};
