/** Checks what must be true once every phone has met the server. Throws a sentence that says what is wrong. */
import type { Entry } from '@denba/records/entry';
import type { Summary } from '@denba/sync/receiving/receiving-store';
import { entitledTo } from './entitlement.ts';
import type { ServerState } from './server-state.ts';
import { textOf } from './text-of.ts';
import { countingFold, PLACES, type World, type WorldPhone } from './world.ts';

export const checkReplicas = async (world: World): Promise<void> => {
  const state = world.server.state();
  const held = new Map<WorldPhone, readonly Entry[]>();
  for (const phone of world.phones) held.set(phone, await phone.open.entries());
  const recorded = world.phones.flatMap((phone) =>
    (phone.lost ? onServer(state, phone) : ownOf(phone, held.get(phone) ?? [])).map((entry) => ({
      place: phone.place,
      entry,
    })),
  );
  checkPromises(world, held, state);
  const entitled = entitledTo(recorded, PLACES);
  for (const place of PLACES) {
    const owed = sorted(entitled.get(place) ?? []);
    const feed = state.feeds.get(place) ?? [];
    same(`the feed of ${place}`, sorted(feed.map(({ entry }) => entry)), owed);
    if (feed.some(({ entry, text }) => textOf(entry) !== text))
      throw new Error(`${place} keeps an entry in other words`);
    if (feed.some(({ position }, at) => position !== at + 1)) throw new Error(`the feed of ${place} has a gap`);
    const phones = world.phones.filter((phone) => !phone.lost && phone.place === place);
    const owedTexts = new Set(owed);
    // A phone has everything that its place is entitled to, and may also have what another phone gave it.
    const asEntitled = (phone: WorldPhone): readonly Entry[] =>
      (held.get(phone) ?? []).filter((entry) => owedTexts.has(textOf(entry)) || !phone.given.has(textOf(entry)));
    for (const phone of phones) same(phone.device, sorted(asEntitled(phone)), owed);
    // The phones of a place now hold the same entries, in different orders of arrival: comparing one of them is enough.
    const [first] = phones;
    const counted = countsOf(countingFold(first === undefined ? [] : asEntitled(first)));
    same(`what the server counts in ${place}`, countsOnServer(state, place), counted);
  }
  if (state.quarantine.size > 0) throw new Error(`in quarantine: ${[...state.quarantine].join(', ')}`);
};

/**
 * An entry that a phone said was saved stays in its log unchanged; the recording times of a phone increase; an entry
 * that the server acknowledged is on the server.
 */
const checkPromises = (world: World, held: ReadonlyMap<WorldPhone, readonly Entry[]>, state: ServerState): void => {
  for (const phone of world.phones) {
    const own = ownOf(phone, held.get(phone) ?? []);
    const texts = new Set(own.map(textOf));
    for (const { device, entry } of world.promised) {
      if (device === phone.device && !texts.has(textOf(entry))) {
        throw new Error(`${device} has lost its entry ${entry.seq}, which it had said was saved`);
      }
    }
    const times = own.toSorted((a, b) => a.seq - b.seq).map(({ recordedAt }) => recordedAt);
    if (times.some((time, at) => at > 0 && time <= (times[at - 1] ?? ''))) {
      throw new Error(`${phone.device} has recorded an entry earlier than the one before it`);
    }
    const there = onServer(state, phone).length;
    const told = phone.link.acknowledged;
    if (there < told)
      throw new Error(`the server has ${there} entries of ${phone.device} and has acknowledged ${told}`);
  }
};

const ownOf = ({ device }: WorldPhone, entries: readonly Entry[]): readonly Entry[] =>
  entries.filter((entry) => entry.device === device);

const onServer = (state: ServerState, { place, device }: WorldPhone): readonly Entry[] =>
  (state.feeds.get(place) ?? []).flatMap(({ entry }) => (entry.device === device ? [entry] : []));

const sorted = (entries: readonly Entry[]): readonly string[] => entries.map(textOf).sort();

const countsOf = (folded: ReturnType<typeof countingFold>): readonly string[] =>
  [...folded].map(([family, { summary }]) => `${family}: ${summary} entries`).sort();

const countsOnServer = (state: ServerState, place: string): readonly string[] =>
  [...(state.summaries.get(place) ?? new Map<string, Summary>())]
    .map(([family, { entries }]) => `${family}: ${entries} entries`)
    .sort();

const same = (where: string, is: readonly string[], owed: readonly string[]): void => {
  if (is.length === owed.length && is.every((text, at) => text === owed[at])) return;
  const [missing, beyond] = [difference(owed, is), difference(is, owed)];
  const twice = is.filter((text, at) => is[at - 1] === text);
  throw new Error(
    `${where}: ${missing.length} missing, ${beyond.length} that do not belong there, ${twice.length} twice\n${[
      ...missing.map((text) => `  missing ${text}`),
      ...beyond.map((text) => `  does not belong there ${text}`),
    ].join('\n')}`,
  );
};

const difference = (these: readonly string[], those: readonly string[]): readonly string[] => {
  const others = new Set(those);
  return these.filter((text) => !others.has(text));
};
