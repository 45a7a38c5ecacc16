/**
 * Adds entries from elsewhere: of other devices, or our own from a backup. The entries of a device are a grow-only set,
 * so an entry that is stored already is not added again, whichever way it came and however often.
 */
import { groupedBy } from '@denba/quantities/grouped-by';
import { err, ok, type Result } from '@denba/quantities/result';
import { type Entry, entryToText, parseEntry } from '@denba/records/entry';
import { heard, logAfter, type OwnLog } from '../contents/own-log.ts';
import { drawerOf } from '../contents/segment-label.ts';
import type { SaveError } from '../device.ts';
import { prepareAddition, readSurrounding, type WrittenEntry, writeAddition } from './add-entries.ts';
import type { OpenStore } from './open-store.ts';

/** How many are added in one transaction: a restore of fifty thousand must not hold them all at once. */
const SLICE = 2000;

export type Received = { readonly added: readonly Entry[] };

/**
 * All entries are validated before any is added. They are added slice by slice: earlier slices stay when a later one
 * finds the disk full.
 */
export const receiveEntries = async <Row>(
  open: OpenStore<Row>,
  entries: readonly unknown[],
): Promise<Result<Received, SaveError>> => {
  const arrived: Arrived[] = [];
  for (const one of entries) {
    const parsed = parseEntry(one);
    if (!parsed.ok) return err({ kind: 'invalid', errors: parsed.error });
    // The original object is kept, not the parsed one: the keys of an object read from canonical text are in canonical
    // order already.
    const entry = one as Entry;
    arrived.push({ entry, place: placeOf(entry) });
  }
  arrived.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  const added: Entry[] = [];
  for (let from = 0; from < arrived.length; from += SLICE) {
    const slice = arrived.slice(from, from + SLICE).map(({ entry }) => entry);
    const received = await open.surroundings.exclusively(() => receiveSlice(open, slice));
    if (!received.ok) return received;
    for (const entry of received.value) added.push(entry);
  }
  return ok({ added });
};

type Arrived = { readonly entry: Entry; readonly place: string };

/** Sort key: keeps each family together and the families of a drawer together, as in the segments. */
const placeOf = ({ family }: Entry): string => `${drawerOf(family)}/${family}`;

const receiveSlice = async <Row>(
  open: OpenStore<Row>,
  slice: readonly Entry[],
): Promise<Result<readonly Entry[], SaveError>> => {
  if (!(await open.catchUp())) return err({ kind: 'locked' });
  const surrounding = await readSurrounding(open, slice);
  const present = new Map(groupedBy(surrounding.before, numberOf));
  const added: WrittenEntry[] = [];
  for (const entry of slice) {
    const text = entryToText(entry);
    const number = numberOf(entry);
    const under = present.get(number) ?? [];
    if (under.some((other) => entryToText(other) === text)) continue;
    present.set(number, [...under, entry]);
    added.push({ entry, text });
  }
  const entries = added.map(({ entry }) => entry);
  if (entries.length === 0) return ok(entries);
  const addition = await prepareAddition(open, surrounding, added, logWith(open, entries));
  const written = await writeAddition(open, addition);
  return written.ok ? ok(entries) : written;
};

/** Device and number. Two different entries may have the same one (a fork); both are kept. */
const numberOf = ({ device, seq }: Entry): string => `${device} ${seq}`;

/**
 * Our own entries that come back advance the end of our log, so that no number is used twice; all entries advance the
 * clock.
 */
const logWith = <Row>({ contents, options }: OpenStore<Row>, added: readonly Entry[]): OwnLog => {
  const wallMs = options.wallMs();
  return added.reduce((log, entry) => heard(logAfter(log, entry), entry, wallMs), contents.log);
};
