/**
 * Phones give each other families without the server, to a phone of any place. A family may be on the road for a while,
 * arrive twice, or never. The envelope has tests of its own; whether entries may join is decided by the code that
 * ships.
 */
import type { Entry } from '@denba/records/entry';
import { pickOne } from '@denba/scenario/pick';
import type { FamilyHead } from '@denba/sync/courier/family-bundle';
import { judgeFamily } from '@denba/sync/courier/judge-family';
import { linkedFamilies } from '@denba/sync/linked-families';
import { type Links, link, linkedWith } from '@denba/sync/links';
import { textOf } from './text-of.ts';
import { type HandedFamily, restart, type World, type WorldPhone } from './world.ts';

export const givesOrReceives = async (world: World): Promise<void> => {
  const { random, onTheRoad } = world;
  if (random.chance(0.2)) await gives(world, pickOne(random, world.phones));
  if (onTheRoad.length === 0 || !random.chance(0.25)) return;
  const at = random.whole(onTheRoad.length);
  const [handed] = random.chance(0.7) ? onTheRoad.splice(at, 1) : onTheRoad.slice(at, at + 1);
  if (handed !== undefined) await receives(world, handed);
};

const gives = async (world: World, from: WorldPhone): Promise<void> => {
  const { random } = world;
  const entries = await from.hardware.run(() => from.open.entries());
  if (entries === null) return restart(from);
  if (entries.length === 0) return;
  const to = pickOne(random, world.phones);
  const family = pickOne(random, entries).family;
  const families = mergedWith(entries, family);
  const lines = entries.filter((entry) => families.includes(entry.family)).map(textOf);
  world.onTheRoad.push({ to, families, lines });
  world.tell(`${from.device} gives ${families.join(' and ')} (${lines.length} entries) to ${to.device}`);
};

const receives = async (world: World, { to, families, lines }: HandedFamily): Promise<void> => {
  const { open, hardware } = to;
  const head = { families } as unknown as FamilyHead;
  const done = await hardware.run(async () => {
    const here = (await open.entries()).map((entry) => ({ device: entry.device, seq: entry.seq, text: textOf(entry) }));
    const judged = judgeFamily({ head, lines }, { device: to.device, here });
    if (judged.refused.length > 0) throw new Error(`${to.device} does not believe ${judged.refused.join(', ')}`);
    for (const entry of judged.joins) to.given.add(textOf(entry));
    return open.receive(judged.joins);
  });
  if (done === null) {
    world.tell(`${to.device} died while it received a family`);
    if (to.open === open) await restart(to);
    return;
  }
  world.tell(`${to.device} received a family: ${done.ok ? `${done.value.added} new` : done.error.kind}`);
};

const mergedWith = (entries: readonly Entry[], family: string): readonly string[] => {
  const links: Links<string> = new Map();
  for (const entry of entries) link(links, [entry.family, ...linkedFamilies(entry)]);
  return linkedWith(links, [family]);
};
