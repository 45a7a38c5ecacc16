/**
 * Entries from elsewhere: other devices, or our own from a backup. The entries of a device are a grow-only set, so what
 * is here already is not added again, whatever road it came by and how often.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { type Entry, entryToText, parseEntry } from '@denba/records/entry';
import { heard, logAfter, type OwnLog } from '../contents/own-log.ts';
import { drawerOf } from '../contents/segment-label.ts';
import type { SaveError } from '../device.ts';
import { addEntries, readSurrounding } from './add-entries.ts';
import type { OpenStore } from './open-store.ts';

/** How many are added in one transaction: a restore of fifty thousand must not hold them all at once. */
const SLICE = 2000;

export type Received = { readonly added: readonly Entry[] };

/** Slice by slice: what was added stays added when a later slice finds no room. */
export const receiveEntries = async <Row>(
  open: OpenStore<Row>,
  entries: readonly Entry[],
): Promise<Result<Received, SaveError>> => {
  for (const entry of entries) {
    const parsed = parseEntry(entry);
    if (!parsed.ok) return err({ kind: 'invalid', errors: parsed.error });
  }
  const added: Entry[] = [];
  const ordered = entries.toSorted((a, b) => compare(placeOf(a), placeOf(b)));
  for (let from = 0; from < ordered.length; from += SLICE) {
    const slice = ordered.slice(from, from + SLICE);
    const received = await open.surroundings.exclusively(() => receiveSlice(open, slice));
    if (!received.ok) return received;
    added.push(...received.value);
  }
  return ok({ added });
};

/** Families together, drawer by drawer: that is how they will lie. */
const placeOf = ({ family }: Entry): string => `${drawerOf(family)}/${family}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const receiveSlice = async <Row>(
  open: OpenStore<Row>,
  slice: readonly Entry[],
): Promise<Result<readonly Entry[], SaveError>> => {
  if (!(await open.catchUp())) return err({ kind: 'locked' });
  const surrounding = await readSurrounding(open, slice);
  const present = new Set(surrounding.before.map(entryToText));
  const added: Entry[] = [];
  for (const entry of slice) {
    const text = entryToText(entry);
    if (present.has(text)) continue;
    present.add(text);
    added.push(JSON.parse(text) as Entry);
  }
  if (added.length === 0) return ok(added);
  const written = await addEntries(open, surrounding, added, logWith(open, added));
  return written.ok ? ok(added) : written;
};

/** Our own entries that came back move the end of our log, so that no number is given twice; all move the clock. */
const logWith = <Row>({ contents, options }: OpenStore<Row>, added: readonly Entry[]): OwnLog => {
  const wallMs = options.wallMs();
  return added.reduce((log, entry) => heard(logAfter(log, entry), entry, wallMs), contents.log);
};
