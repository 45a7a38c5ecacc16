/**
 * Places, phones and a server, and what an observer knows of them: which entries were promised to be saved, and what
 * happened.
 */
import { keepLink, type Link, newLink, readLink } from '@denba/device/sync/link';
import type { Entry } from '@denba/records/entry';
import { gatherFamilies } from '@denba/records/timeline/fold-families';
import { createRandom, type Random } from '@denba/scenario/random';
import type { Bundle } from '@denba/sync/bundle';
import type { Fold } from '@denba/sync/receiving/fold-families';
import type { OpenPhone, PhoneHardware, PhoneSettings } from './phone.ts';
import { logKey, type ServerState } from './server-state.ts';
import { type SimulatedServer, simulatedServer } from './simulated-server.ts';

export const PLACES = ['kati', 'sanankoroba', 'koulikoro'] as const;
const CROWD = ['kati', 'kati', 'sanankoroba', 'sanankoroba', 'koulikoro'] as const;
const TEN_YEARS_MS = 10 * 365.25 * 86_400_000;
const BEGIN_MS = Date.UTC(2026, 10, 26, 8);

export type WorldPhone = {
  readonly device: string;
  readonly place: string;
  readonly hardware: PhoneHardware;
  /** How far its clock is off, in milliseconds. */
  clockOffMs: number;
  open: OpenPhone;
  link: Link;
  /** Reported lost: the phone may go on recording, but nobody is entitled to what it had not handed in before. */
  lost: boolean;
  /** How much of its log the server had when it was restored from a backup: the phone has to send this again. */
  owedAgain: number;
  full: boolean;
  /** Texts of entries that another phone gave it: it may hold them whether or not its place is entitled to them. */
  readonly given: Set<string>;
};

export type HandedFamily = {
  readonly to: WorldPhone;
  readonly families: readonly string[];
  readonly lines: readonly string[];
};

export type World = {
  readonly random: Random;
  readonly server: SimulatedServer;
  readonly phones: readonly WorldPhone[];
  readonly families: string[];
  /** Every entry that a phone said was saved, with the name of the phone. */
  readonly promised: { readonly device: string; readonly entry: Entry }[];
  /** Bundles with couriers, and copies that the network has kept. */
  readonly underWay: string[];
  /** Families on the road from one phone to another, as `between-phones.ts` writes them. */
  readonly onTheRoad: HandedFamily[];
  backup: ServerState;
  /** What happened, for whoever looks for a fault. */
  readonly story: string[];
  readonly tell: (line: string) => void;
  readonly nowMs: () => number;
  readonly passTime: (ms: number) => void;
};

export type WorldSettings = {
  readonly seed: string | number;
  readonly hardware: (settings: PhoneSettings) => PhoneHardware;
  readonly isSigned: (bundle: Bundle, device: string) => boolean | Promise<boolean>;
  /** Whether phones also give each other families without the server. */
  readonly betweenPhones?: boolean;
};

/** A fold in which the summary is the number of entries; which families are one is decided as in the real fold. */
export const countingFold: Fold = (entries) =>
  new Map(
    [...gatherFamilies(entries)].map(([root, own]) => [
      root,
      { families: [...new Set(own.map(({ family }) => family))], summary: own.length, facts: [] },
    ]),
  );

export const createWorld = async ({ seed, hardware, isSigned }: WorldSettings): Promise<World> => {
  const random = createRandom(seed);
  let clock = BEGIN_MS;
  let ids = 0;
  const nowMs = () => clock;
  const server = simulatedServer({
    ...{ places: PLACES, fold: countingFold, nowMs, isSigned },
    page: 1 + random.whole(6),
  });
  const phones: WorldPhone[] = [];
  for (const [index, place] of CROWD.entries()) {
    const clockOffMs = random.chance(0.3) ? Math.round((random.next() * 2 - 1) * TEN_YEARS_MS) : random.whole(60_000);
    const hardwareMade = hardware({
      ...{ device: `phone-${index + 1}`, place, newId: () => `id-${++ids}` },
      wallMs: () => Math.max(0, clock + (phones[index]?.clockOffMs ?? clockOffMs)),
    });
    const open = await hardwareMade.start();
    const { deviceId: device } = open;
    server.join(device, place);
    const link = newLink({ id: place, name: place }, 'token');
    await keepLink(open.sealed, link);
    phones.push({
      ...{ device, place, hardware: hardwareMade, clockOffMs, open, link },
      ...{ lost: false, owedAgain: 0, full: false, given: new Set() },
    });
  }
  const story: string[] = [];
  return {
    ...{ random, server, phones, story, nowMs },
    ...{ families: [], promised: [], underWay: [], onTheRoad: [], backup: server.state() },
    tell: (line) => void story.push(line),
    passTime: (ms) => {
      clock += ms;
    },
  };
};

/** Restarts the app with what is on the disk. */
export const restart = async (phone: WorldPhone): Promise<void> => {
  phone.open = await phone.hardware.start();
  const link = await readLink(phone.open.sealed);
  if (link === null) throw new Error(`${phone.device} has forgotten its centre`);
  phone.link = link;
};

/** How much of the phone's log this state of the server has acknowledged. */
export const keptOf = (state: ServerState, { place, device }: WorldPhone): number =>
  state.logs.get(logKey(place, device))?.acknowledged ?? 0;
