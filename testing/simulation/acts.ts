/** The acts of the simulation, drawn from the seed: in the centres, on the roads and in the server room. */
import { newClock, tick } from '@denba/records/hybrid-clock';
import { pickOne } from '@denba/scenario/pick';
import type { Random } from '@denba/scenario/random';
import { writeBundleOfLines } from '@denba/sync/bundle';
import { meet } from './meet.ts';
import type { Weather } from './network.ts';
import type { OpenPhone } from './phone.ts';
import { draftFor, record } from './record.ts';
import { copyOf } from './server-state.ts';
import { keptOf, restart, type World, type WorldPhone } from './world.ts';

type Act = (world: World, phone: WorldPhone, depth: number) => Promise<void>;

const TEN_YEARS_MS = 10 * 365.25 * 86_400_000;

const works: Act = async (world, phone) => {
  const { open, hardware } = phone;
  const here = await hardware.run(() => open.entries());
  if (here === null) return died(world, phone, open);
  await record(world, phone, draftFor(world, here));
};

const died = async (world: World, phone: WorldPhone, open: OpenPhone): Promise<void> => {
  world.tell(`${phone.device} died`);
  // Another thing that the phone was doing may have noticed its death before and restarted it.
  if (phone.open === open) await restart(phone);
};

const meets: Act = async (world, phone, depth) => {
  world.tell(`${phone.device} meets the server`);
  const meeting = await meet(world, phone, badWeather(world, depth));
  world.tell(`${phone.device} ${meeting === null ? 'broke off' : `met: ${meeting.trouble?.kind ?? 'all well'}`}`);
};

/** The battery dies at one of the next steps of the phone. */
const isAboutToDie: Act = async (world, phone, depth) => {
  const { random } = world;
  phone.hardware.life().endAfter(random.whole(24), random.chance(0.5) ? 'before' : 'after');
  world.tell(`the battery of ${phone.device} is about to die`);
  await (random.chance(0.7) ? meets : works)(world, phone, depth);
};

const fillsOrEmpties: Act = async (world, phone) => {
  phone.full = !phone.full;
  phone.hardware.full(phone.full);
  world.tell(`the disk of ${phone.device} is ${phone.full ? 'full' : 'empty again'}`);
};

const clockJumps: Act = async (world, phone) => {
  phone.clockOffMs = Math.round((world.random.next() * 2 - 1) * TEN_YEARS_MS);
  world.tell(`the clock of ${phone.device} is ${Math.round(phone.clockOffMs / 86_400_000)} days off`);
};

/**
 * A courier takes a part of the phone's log along: from where the phone believes that the server has it, or from the
 * beginning.
 */
const handsToCourier: Act = async (world, phone) => {
  const { random } = world;
  const { open } = phone;
  const written = await phone.hardware.run(async () => {
    const lines = await open.log.read(random.chance(0.3) ? 0 : phone.link.acknowledged, 1 + random.whole(20));
    if (lines.length === 0) return '';
    const sign = async (bytes: Uint8Array<ArrayBuffer>) => (await open.sign(bytes)).signature;
    return writeBundleOfLines(lines, phone.device, tick(newClock, world.nowMs()).time, sign);
  });
  if (written === null) return died(world, phone, open);
  if (written === '') return;
  world.underWay.push(written);
  world.tell(`${phone.device} hands its log to a courier`);
};

/** A bundle that is under way arrives: late, out of order, or a second time. */
const courierArrives: Act = async (world) => {
  const { random, underWay } = world;
  if (underWay.length === 0) return;
  const at = random.whole(underWay.length);
  const [bundle = ''] = random.chance(0.6) ? underWay.splice(at, 1) : underWay.slice(at, at + 1);
  const answer = await world.server.push(bundle);
  world.tell(`a bundle arrives by another road: ${answer.kind}`);
};

/** A bundle arrives in which one letter is changed or a line is missing: nothing of it may be accepted. */
const tamperedArrives: Act = async (world, phone) => {
  const { random } = world;
  const bundle = pickOne(random, world.underWay.length === 0 ? [''] : world.underWay);
  if (bundle === '') return handsToCourier(world, phone, 0);
  const at = random.whole(bundle.lastIndexOf('{"signature"'));
  const lines = bundle.split('\n');
  const changed = random.chance(0.7)
    ? `${bundle.slice(0, at)}${bundle[at] === '0' ? '1' : '0'}${bundle.slice(at + 1)}`
    : lines.toSpliced(1 + random.whole(lines.length - 3), 1).join('\n');
  const answer = await world.server.push(changed);
  world.tell(`a bundle arrives that somebody has changed: ${answer.kind}`);
  if (answer.kind === 'received' || answer.kind === 'gap') throw new Error('the server took what somebody had changed');
};

/** Not while the phone must send again what a backup of the server lacked: no other phone sends it (docs/gaps.md). */
const isReportedLost: Act = async (world, phone) => {
  // One phone to which the families are known must remain in each place.
  if (world.phones.filter(({ lost, place }) => !lost && place === phone.place).length < 2) return;
  if (keptOf(world.server.state(), phone) < phone.owedAgain) return;
  phone.lost = true;
  world.server.revoke(phone.device);
  world.tell(`${phone.device} is reported lost`);
};

const isBackedUp: Act = async (world) => {
  world.backup = copyOf(world.server.state());
  world.tell('the server is backed up');
};

/** Not when a lost phone has handed in something since the backup, for the same reason. */
const isPutBack: Act = async (world) => {
  const now = world.server.state();
  if (world.phones.some((phone) => phone.lost && keptOf(world.backup, phone) < keptOf(now, phone))) return;
  for (const phone of world.phones) phone.owedAgain = Math.max(phone.owedAgain, keptOf(now, phone));
  world.server.restore(world.backup);
  world.tell('the server is put back from its backup');
};

const acts: readonly (readonly [share: number, act: Act])[] = [
  ...([
    [34, works],
    [34, meets],
    [9, isAboutToDie],
    [3, fillsOrEmpties],
    [3, clockJumps],
    [4, handsToCourier],
    [6, courierArrives],
    [3, tamperedArrives],
    [0.6, isReportedLost],
    [2.5, isBackedUp],
    [2.5, isPutBack],
  ] as const),
];
const ALL = acts.reduce((sum, [share]) => sum + share, 0);

const drawAct = (random: Random): Act => {
  let rest = random.next() * ALL;
  for (const [share, act] of acts) {
    rest -= share;
    if (rest < 0) return act;
  }
  return works;
};

export const nextAct = async (world: World, depth = 0): Promise<void> => {
  const { random } = world;
  world.passTime(1 + random.whole(3_600_000));
  await drawAct(random)(world, pickOne(random, world.phones), depth);
};

const badWeather = (world: World, depth: number): Weather => ({
  random: world.random,
  good: false,
  meanwhile: async () => {
    if (depth >= 2 || !world.random.chance(0.12)) return;
    await nextAct(world, depth + 1);
  },
  keepCopy: (bundle) => void world.underWay.push(bundle),
});
