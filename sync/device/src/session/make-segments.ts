/** Encrypts lines as new segments: as recent ones, or distributed over the drawers when there are many. */
import { groupedBy } from '@denba/quantities/grouped-by';
import { cutIntoSegments, type EntryLine, type MadeSegment, sealSegment } from '../contents/segment.ts';
import { drawerOf, type Part, RECENT } from '../contents/segment-label.ts';
import type { OpenStore } from './open-store.ts';

/** From this number of lines on, each drawer's share is large enough for segments of its own. */
const DEAL_FROM = 1024;

export const makeSegments = <Row>(
  open: OpenStore<Row>,
  lines: readonly EntryLine[],
): Promise<readonly MadeSegment[]> => {
  if (lines.length < DEAL_FROM) return sealAll(open, new Map([[RECENT, lines]]));
  return dealOverDrawers(open, lines);
};

export const dealOverDrawers = <Row>(
  open: OpenStore<Row>,
  lines: readonly EntryLine[],
): Promise<readonly MadeSegment[]> => {
  return sealAll(
    open,
    groupedBy(lines, ({ name }) => drawerOf(name[0])),
  );
};

/** All new segments are of one run, numbered like the first of them. They are compressed in a worker, in their order. */
export const sealAll = <Row>(
  open: OpenStore<Row>,
  parts: ReadonlyMap<Part, readonly EntryLine[]>,
): Promise<readonly MadeSegment[]> => {
  const run = open.contents.toc.nextSegment;
  const groups = [...parts].flatMap(([part, lines]) => cutIntoSegments(lines).map((group) => [part, group] as const));
  return Promise.all(
    groups.map(([part, group], at) => sealSegment(open.keys.sealer, `${part}/${run}/${run + at}`, group)),
  );
};
