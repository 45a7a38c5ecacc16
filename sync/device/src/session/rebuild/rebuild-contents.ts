/**
 * Rebuilds everything that is derived from the entries: rows, index, table of contents. Needed when one of them is
 * missing or damaged, or when the app uses another row version. Entries are only read; those that cannot be read are
 * marked as damaged.
 */
import type { Entry } from '@denba/records/entry';
import { type DeviceId, deviceId } from '@denba/records/ids';
import { groupsOf, link } from '@denba/sync/links';
import { changeCards } from '../../contents/cards.ts';
import { type Contents, contentsOf } from '../../contents/contents.ts';
import type { StoredContents } from '../../contents/load-contents.ts';
import { heard, logAfter, newOwnLog, type OwnLog } from '../../contents/own-log.ts';
import { partOf } from '../../contents/segment-label.ts';
import { putStamp, readStamp } from '../../contents/stamp.ts';
import { newToc } from '../../contents/toc.ts';
import type { Progress } from '../../device.ts';
import { type Key, remove, type Store } from '../../store/store.ts';
import { makeSegments } from '../make-segments.ts';
import type { OpenStore } from '../open-store.ts';
import { projectFamilies } from '../project-families.ts';
import { loosePlace, readEntries } from '../read-entries.ts';
import { applyRearrangement, prepareRearrangement, type Rearrangement } from '../rearrange.ts';
import { throwWriteError } from '../throw-write-error.ts';
import { readDrawers } from './read-drawers.ts';
import { readRemnants } from './remnants.ts';

type Base<Row> = Pick<OpenStore<Row>, 'options' | 'surroundings' | 'keys'>;

/**
 * Must be called inside `exclusively`. `device`: the id whose log is ours. When it cannot be proved where that log
 * ends, a new log is begun under a new id: a number used twice would be a permanent fork.
 */
export const rebuildContents = async <Row>(
  base: Base<Row>,
  stored: StoredContents,
  device: DeviceId,
  onProgress: Progress,
): Promise<Contents<Row>> => {
  const { options, surroundings, keys } = base;
  const { store } = surroundings;
  const { toc, log: knownLog, namesAt } = await readRemnants(keys.sealer, stored);
  const numbers = await nextNumbers(store, stored);
  const contents = contentsOf<Row>({
    ...newToc(options.rowVersion, newOwnLog(toc?.log.head.device ?? device)),
    ...numbers,
    epoch: Math.max((await readStamp(store))?.epoch ?? 0, toc?.epoch ?? 0),
    damage: toc?.damage ?? [],
  });
  contents.journal = numbers.rowsUpTo;
  contents.journalFrom = numbers.journalFrom;
  const open: OpenStore<Row> = {
    ...base,
    contents,
    recent: new Map(),
    additions: 0,
    changed: () => {},
    catchUp: async () => true,
  };
  const own = { log: contents.log };
  for await (const entries of readDrawers({ store, sealer: keys.sealer, contents, namesAt, onProgress })) {
    for (const entry of entries) noteEntry(open, entry, own);
    const families = new Set(entries.map(({ family }) => family));
    changeCards(contents.cards, projectFamilies(open, [...families], entries));
  }
  for (const group of groupsOf(contents.links)) {
    changeCards(contents.cards, projectFamilies(open, group, await readEntries(open, group, { alone: true })));
  }
  contents.log = knownLog ?? (contents.damage.size === 0 ? own.log : anotherLog(own.log, options.newId()));
  await writeContents(open, stored);
  return contents;
};

const noteEntry = <Row>({ options, contents }: OpenStore<Row>, entry: Entry, own: { log: OwnLog }): void => {
  const others = options.linkedFamilies(entry);
  if (others.length > 0) link(contents.links, [entry.family, ...others]);
  own.log = heard(logAfter(own.log, entry), entry, options.wallMs());
};

const anotherLog = ({ clock }: OwnLog, id: string): OwnLog => ({ ...newOwnLog(deviceId(id)), clock });

/** Numbers that were never used, for segments, loose entries and journal records. */
const nextNumbers = async (store: Store, { journal }: StoredContents) => {
  const [loose, segments] = await Promise.all([store.keys('loose'), store.keys('segments')]);
  const used = segments.flatMap((id) => String(id).split('/').slice(1).map(Number));
  const records = journal.map(([key]) => Number(key));
  return {
    nextLoose: Math.max(0, ...loose.map(Number)) + 1,
    nextSegment: used.reduce((highest, number) => Math.max(highest, number), 0) + 1,
    rowsUpTo: Math.max(0, ...records),
    journalFrom: records[0] ?? 1,
  };
};

/** On a full disk nothing is written: the contents are used in memory, and rebuilt again at the next unlocking. */
const writeContents = async <Row>(open: OpenStore<Row>, stored: StoredContents): Promise<void> => {
  const { contents, surroundings } = open;
  const loose = [...contents.places.loose];
  const texts = await looseTexts(
    open,
    loose.map(([place]) => place),
  );
  const rearrangement: Rearrangement = {
    segments: await makeSegments(
      open,
      loose.map(([, name], index) => ({ name, text: texts[index] ?? '' })),
    ),
    gone: [],
    packed: loose.map(([place]) => place),
    foldUpTo: contents.journal,
    back: [],
    relabel: [...new Set([...contents.places.segments.keys()].map(partOf))],
  };
  const prepared = await prepareRearrangement(open, rearrangement);
  const { toc } = prepared;
  const written = await surroundings.store.write(
    [
      ...stale(stored.pages, (page) => Number(page) < toc.pages.length).map((page) => remove('pages', page)),
      ...stale(stored.index, (part) => String(part) in toc.index).map((part) => remove('index', part)),
      ...prepared.writes,
      putStamp({ epoch: toc.epoch, journal: contents.journal }),
    ],
    'strict',
  );
  if (!written.ok && written.error.kind === 'full') return;
  throwWriteError(written);
  applyRearrangement(contents, rearrangement, prepared);
};

const stale = (records: readonly (readonly [Key, unknown])[], current: (key: Key) => boolean): readonly Key[] =>
  records.flatMap(([key]) => (current(key) ? [] : [key]));

const looseTexts = async <Row>({ surroundings, keys }: OpenStore<Row>, places: readonly number[]) => {
  const sealed = await surroundings.store.get('loose', places);
  return Promise.all(places.map((place, index) => keys.sealer.openText(loosePlace(place), sealed[index])));
};
