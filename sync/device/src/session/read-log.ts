/** The log of this device from a number on, in its order: what is handed to the server. */
import type { Entry } from '@denba/records/entry';
import type { EntryName } from '../contents/entry-name.ts';
import { namesIn } from '../contents/segment-label.ts';
import type { OpenStore } from './open-store.ts';
import { readEntries } from './read-entries.ts';

/** Up to `most` entries after `after`. An entry that cannot be read is left out: the numbers show it. */
export const readLog = async <Row>(open: OpenStore<Row>, after: number, most: number): Promise<readonly Entry[]> => {
  const { places, log } = open.contents;
  const wanted = (device: string, seq: number): boolean =>
    device === log.head.device && seq > after && seq <= after + most;
  const names: readonly EntryName[] = [...places.loose.values(), ...[...places.segments.values()].flatMap(namesIn)];
  const families = new Set(names.flatMap(([family, device, seq]) => (wanted(device, seq) ? [family] : [])));
  const entries = await readEntries(open, [...families]);
  return entries.filter(({ device, seq }) => wanted(device, seq)).toSorted((a, b) => a.seq - b.seq);
};
