/**
 * Entries from elsewhere: other devices, or our own from a backup. The entries of a device are a grow-only set, so what
 * is here already is not added again, whatever road it came by and how often.
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

/** Slice by slice: what was added stays added when a later slice finds no room. What comes is judged before any is added. */
export const receiveEntries = async <Row>(
  open: OpenStore<Row>,
  entries: readonly unknown[],
): Promise<Result<Received, SaveError>> => {
  const arrived: Arrived[] = [];
  for (const one of entries) {
    const parsed = parseEntry(one);
    if (!parsed.ok) return err({ kind: 'invalid', errors: parsed.error });
    // As it came: the keys of what was read from a canonical text are in the order in which they are written again.
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

/** Families together, drawer by drawer: that is how they will lie. */
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

/** Two entries that differ may have one: both are kept. */
const numberOf = ({ device, seq }: Entry): string => `${device} ${seq}`;

/** Our own entries that came back move the end of our log, so that no number is given twice; all move the clock. */
const logWith = <Row>({ contents, options }: OpenStore<Row>, added: readonly Entry[]): OwnLog => {
  const wallMs = options.wallMs();
  return added.reduce((log, entry) => heard(logAfter(log, entry), entry, wallMs), contents.log);
};
