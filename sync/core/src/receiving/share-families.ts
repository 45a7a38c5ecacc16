/**
 * The circle of a family: the places that care for it. A referral or a transfer adds a place, which receives the whole
 * past of the family; from then on each place receives what the others record. No place is ever removed from a circle:
 * it keeps what it recorded, and what it needed to know then.
 */
import { groupedBy } from '@denba/quantities/grouped-by';
import type { Joining } from '../admit.ts';
import { circleOf } from '../circle-of.ts';
import type { Kept, Member, ReceivingStore } from './receiving-store.ts';

export type Shared = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Returns, by other place, the families that received new entries there. The entries must be in the feed of `place`
 * already.
 */
export const shareFamilies = async <Row extends Kept>(
  store: ReceivingStore<Row>,
  place: string,
  joining: readonly Joining[],
): Promise<Shared> => {
  const families = [...new Set(joining.map(({ entry }) => entry.family))];
  const before = await store.membersFor(place, families);
  const shared = new Map<string, Set<string>>();
  const share = (other: string, family: string): void => {
    shared.set(other, (shared.get(other) ?? new Set()).add(family));
  };
  for (const [other, members] of groupedBy(before, (member) => member.other)) {
    const known = new Set(members.map(({ family }) => family));
    await store.append(
      other,
      joining.filter(({ entry }) => known.has(entry.family)),
    );
    for (const family of known) share(other, family);
  }
  for (const { family, other } of await newMembers(store, place, joining, before)) {
    // Both sides may have a circle of their own by now: the two become one, in which every place knows every other.
    const [here, there] = [await circleAt(store, place, family), await circleAt(store, other, family)];
    for (const [a, b] of pairs(here, there)) {
      await store.addMember(a, { family, other: b });
      await store.addMember(b, { family, other: a });
      // Copied in both directions: the other place may have recorded entries before the referral reached the server.
      await copyPast(store, a, b, family);
      await copyPast(store, b, a, family);
      share(a, family);
      share(b, family);
    }
  }
  return shared;
};

/** The circle of the family as `place` knows it; the place itself comes first. */
const circleAt = async (
  store: Pick<ReceivingStore, 'membersFor'>,
  place: string,
  family: string,
): Promise<readonly string[]> => [place, ...(await store.membersFor(place, [family])).map(({ other }) => other)];

/** Pairs of places, one of each side, that are not in each other's circle yet. */
const pairs = (here: readonly string[], there: readonly string[]): readonly (readonly [string, string])[] =>
  here
    .filter((place) => !there.includes(place))
    .flatMap((a) => there.filter((place) => !here.includes(place)).map((b) => [a, b] as const));

/** Places that an entry refers to, that exist, and that are not in the circle of its family yet. */
const newMembers = async (
  store: Pick<ReceivingStore, 'knownPlaces'>,
  place: string,
  joining: readonly Joining[],
  before: readonly Member[],
): Promise<readonly Member[]> => {
  const named = joining.flatMap(({ entry }) =>
    circleOf(entry).map((other) => ({ family: entry.family as string, other })),
  );
  const wanted = new Map(
    named
      .filter(({ other }) => other !== place)
      .filter(({ family, other }) => !before.some((row) => row.family === family && row.other === other))
      .map((member) => [`${member.family}\n${member.other}`, member]),
  );
  if (wanted.size === 0) return [];
  const known = await store.knownPlaces([...new Set([...wanted.values()].map(({ other }) => other))]);
  return [...wanted.values()].filter(({ other }) => known.includes(other));
};

/** Copies the missing past of the family, in the order in which `from` received it. */
const copyPast = async <Row extends Kept>(
  store: ReceivingStore<Row>,
  from: string,
  to: string,
  family: string,
): Promise<void> => {
  const past = await store.past(from, family);
  const there = new Set(await store.pastHashes(to, family));
  const missing = past.filter(({ hash }) => !there.has(hash));
  if (missing.length > 0) await store.appendKept(to, family, missing);
};
