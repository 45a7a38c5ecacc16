/**
 * Describes what is in a segment. Its lines are grouped by family, so a label says for each family how many lines it
 * has, and for each line which device made it and its number in that device's log.
 *
 * The id of a segment says where it belongs: `recent/7/12` (packed from loose entries as they came) or `5/9/31` (drawer
 * 5, run 9, segment 31). Families are distributed over the drawers by a hash of their id; within one run of a drawer a
 * family is in one segment (two when it is large), so a family is never spread over more segments than there are runs
 * and recent segments.
 */
import type { DeviceId, FamilyId } from '@denba/records/ids';
import type { EntryName } from './entry-name.ts';

export type SegmentId = string;
/** `recent`, or the number of a drawer. */
export type Part = string;

export type SegmentLabel = {
  readonly id: SegmentId;
  readonly families: readonly FamilyId[];
  /** Number of lines of each family. */
  readonly counts: readonly number[];
  readonly devices: readonly DeviceId[];
  /** Two numbers per line: index into `devices`, and number in that device's log. */
  readonly names: readonly number[];
};

export const RECENT: Part = 'recent';
export const DRAWERS = 16;

export const partOf = (id: SegmentId): Part => id.split('/')[0] ?? RECENT;
/** Number of the run. Within one run of a drawer, a family is in one segment (two when it is large). */
export const runOf = (id: SegmentId): string => id.split('/')[1] ?? '';

/** The drawer of a family, by FNV-1a over its id. */
export const drawerOf = (family: FamilyId): Part => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < family.length; index += 1) hash = Math.imul(hash ^ family.charCodeAt(index), 0x01000193);
  return String((hash >>> 0) % DRAWERS);
};

/** `lines` must be grouped by family, in stored order. */
export const labelOf = (id: SegmentId, lines: readonly EntryName[]): SegmentLabel => {
  const families: FamilyId[] = [];
  const counts: number[] = [];
  const devices: DeviceId[] = [];
  const names: number[] = [];
  for (const [family, device, seq] of lines) {
    if (families.at(-1) !== family) {
      families.push(family);
      counts.push(0);
    }
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    if (!devices.includes(device)) devices.push(device);
    names.push(devices.indexOf(device), seq);
  }
  return { id, families, counts, devices, names };
};

/** Index of the first line of a family, and of the line after its last; `null` when it has none here. */
export const linesOf = ({ families, counts }: SegmentLabel, family: FamilyId): readonly [number, number] | null => {
  let from = 0;
  for (const [index, other] of families.entries()) {
    const to = from + (counts[index] ?? 0);
    if (other === family) return [from, to];
    from = to;
  }
  return null;
};

export const namesIn = ({ families, counts, devices, names }: SegmentLabel): readonly EntryName[] => {
  const all: EntryName[] = [];
  for (const [index, family] of families.entries()) {
    for (let line = 0; line < (counts[index] ?? 0); line += 1) {
      const at = all.length * 2;
      const device = devices[names[at] ?? 0];
      if (device !== undefined) all.push([family, device, names[at + 1] ?? 0]);
    }
  }
  return all;
};
