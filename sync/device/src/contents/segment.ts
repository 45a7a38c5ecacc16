/**
 * A segment: entries as lines of canonical JSON, grouped by family, compressed and encrypted together. Within a family,
 * lines are in order of arrival; readers sort them.
 */
import type { Bytes } from '../sealing/bytes.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { EntryName } from './entry-name.ts';
import { labelOf, namesIn, type SegmentId, type SegmentLabel } from './segment-label.ts';

/**
 * More lines do not help: beyond 32 kB deflate finds nothing more to share, and opening a family reads whole segments.
 */
const LINES = 128;
const MOST_LINES = 250;

/** An entry's name and its text, which is never serialised again. */
export type EntryLine = { readonly name: EntryName; readonly text: string };
export type MadeSegment = { readonly label: SegmentLabel; readonly sealed: Bytes };

export const segmentPlace = (id: SegmentId): string => `segments/${id}`;

/** Groups of about 128 lines (never more than 250) in stored order; families are kept together. */
export const cutIntoSegments = (lines: readonly EntryLine[]): readonly (readonly EntryLine[])[] => {
  const ordered = lines.toSorted((a, b) => (a.name[0] < b.name[0] ? -1 : a.name[0] > b.name[0] ? 1 : 0));
  const groups: EntryLine[][] = [];
  for (const [index, line] of ordered.entries()) {
    const last = groups.at(-1);
    const newFamily = ordered[index - 1]?.name[0] !== line.name[0];
    if (last === undefined || last.length === MOST_LINES || (newFamily && last.length >= LINES)) groups.push([line]);
    else last.push(line);
  }
  const [before, rest] = [groups.at(-2), groups.at(-1)];
  if (before === undefined || rest === undefined || before.length + rest.length > MOST_LINES) return groups;
  return [...groups.slice(0, -2), [...before, ...rest]];
};

export const sealSegment = async (
  sealer: Sealer,
  id: SegmentId,
  lines: readonly EntryLine[],
): Promise<MadeSegment> => ({
  label: labelOf(
    id,
    lines.map(({ name }) => name),
  ),
  sealed: await sealer.sealText(segmentPlace(id), lines.map(({ text }) => text).join('\n')),
});

/** Returns the lines, or `null` when the segment is damaged. Canonical JSON contains no line feed. */
export const openSegment = async (
  sealer: Sealer,
  id: SegmentId,
  sealed: unknown,
): Promise<readonly string[] | null> => {
  const text = await sealer.openText(segmentPlace(id), sealed);
  return text === null ? null : text.split('\n');
};

export const linesIn = (label: SegmentLabel, texts: readonly string[]): readonly EntryLine[] =>
  namesIn(label).flatMap((name, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ name, text }];
  });
