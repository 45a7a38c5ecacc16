/**
 * The record of a health district on one phone: ten thousand families with fifty thousand entries, as long as the app
 * writes them. Each generated story is repeated for many families with other names and other days. A family is stored
 * by its id, so a copy is rarely near its original, where a compressor could profit from it. One hash chain per phone;
 * seeded.
 */
import { createHash } from 'node:crypto';
import type { SaveDraft } from '@denba/device/device';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import { type Entry, entryToText } from '@denba/records/entry';
import { appendEntry, emptyLog, type LogHead } from '@denba/records/entry-log';
import { newClock, tick } from '@denba/records/hybrid-clock';
import { deviceId, entryId, facilityId, familyId, personId } from '@denba/records/ids';
import { pickShare } from '@denba/scenario/pick';
import { createRandom, type Random } from '@denba/scenario/random';
import { familyNames, mensNames, villages, womensNames } from '@denba/scenario/west-african-names';
import { ENTRIES_OF_LONG_FAMILIES, type Story, type StoryKind, tellStories } from './clinic-stories.ts';

export type LongFamily = { readonly family: string; readonly child: string; readonly phone: string };

export type ClinicData = {
  readonly entries: readonly Entry[];
  /** Families with forty entries. */
  readonly long: readonly LongFamily[];
  readonly families: number;
};

/**
 * Shares of the ten thousand families. The rest were screened negative, or registered and not screened yet, in the
 * numbers that give the wanted number of entries.
 */
const shares: readonly (readonly [StoryKind, number, daysAgo: number])[] = [
  ['long', 0.01, 1],
  ['inCare', 0.05, 6],
  ['ended', 0.06, 500],
  ['positive', 0.02, 20],
];
const PAST_DAYS = 600;

export const clinicData = (
  seed: string,
  today: LocalDate,
  size: { readonly families: number; readonly entries: number },
): ClinicData => {
  const random = createRandom(seed);
  const stories = tellStories(seed, today);
  const lives: SaveDraft[][] = [];
  const live = (kind: StoryKind, daysAgo: number): void => {
    const told = stories[kind][lives.length % stories[kind].length];
    if (told !== undefined) lives.push(livedBy(told, lives.length, random.whole(daysAgo), random));
  };
  for (const [kind, share, daysAgo] of shares) {
    for (let count = Math.round(share * size.families); count > 0; count -= 1) live(kind, daysAgo);
  }
  let left = size.entries - lives.reduce((sum, { length }) => sum + length, 0);
  while (lives.length < size.families) {
    const average = left / (size.families - lives.length);
    live(random.chance(average % 1) ? 'negative' : 'registered', PAST_DAYS);
    left -= lives.at(-1)?.length ?? 0;
  }
  const drafts = lives.flat().sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
  return {
    entries: chained(drafts, random),
    long: lives.filter(({ length }) => length === ENTRIES_OF_LONG_FAMILIES).map(longFamily),
    families: lives.length,
  };
};

export const meanLength = (entries: readonly Entry[]): number =>
  Math.round(entries.reduce((sum, entry) => sum + entryToText(entry).length, 0) / entries.length);

const longFamily = (life: readonly SaveDraft[]): LongFamily => {
  const visit = life.find(({ form }) => form.startsWith('mami-visit@'));
  const phone = life.find(({ form }) => form.startsWith('register-family@'))?.answers['phone'];
  if (visit === undefined || typeof phone !== 'string')
    throw new Error('a long family is visited, and has a telephone');
  return { family: visit.family, child: visit.subject ?? '', phone };
};

/** The same story with the names of other people, `daysAgo` days earlier. */
const livedBy = (story: Story, number: number, daysAgo: number, random: Random): SaveDraft[] => {
  const own = random.fork(number);
  const id = (name: string): string => uuid(`${number} ${name}`);
  const surname = pickShare(own, familyNames);
  const names: Readonly<Record<string, () => string>> = {
    mother_name: () => `${pickShare(own, womensNames)} ${surname}`,
    caregiver_name: () => `${pickShare(own, womensNames)} ${surname}`,
    father_name: () => `${pickShare(own, mensNames)} ${surname}`,
    infant_name: () => pickShare(own, own.chance(0.5) ? womensNames : mensNames),
    phone: () => telephone(number, 6),
    caregiver_phone: () => telephone(number, 9),
    village: () => pickShare(own, villages),
    card_code: () => `SKB-${100_000 + number}`,
  };
  const told = (value: JsonValue, key = ''): JsonValue => {
    if (Array.isArray(value)) return value.map((item) => told(item));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, told(inner, name)]));
    }
    if (typeof value !== 'string') return value;
    if (value.startsWith('demo-')) return id(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return addDays(value as LocalDate, -daysAgo);
    return names[key]?.() ?? value;
  };
  return story.map((draft) => ({
    ...draft,
    family: familyId(id(draft.family)),
    subject: draft.subject === null ? null : personId(id(draft.subject)),
    answers: told(draft.answers) as JsonObject,
    findings: told(draft.findings) as JsonObject,
    occurredOn: addDays(draft.occurredOn, -daysAgo),
  }));
};

const telephone = (number: number, first: number): string => {
  const digits = String((number * 7919) % 10_000_000).padStart(7, '0');
  return `${first}${digits[0]} ${digits.slice(1, 3)} ${digits.slice(3, 5)} ${digits.slice(5)}`;
};

const PHONES = 4;
const WORKERS = 6;

/** Chains the entries in the logs of four phones, in the order of their days. */
const chained = (drafts: readonly SaveDraft[], random: Random): readonly Entry[] => {
  const logs = new Map<number, LogHead>();
  let clock = newClock;
  return drafts.map((draft, index) => {
    const ticked = tick(clock, Date.parse(`${draft.occurredOn}T08:00Z`));
    clock = ticked.clock;
    const phone = random.whole(PHONES);
    const appended = appendEntry(logs.get(phone) ?? emptyLog(deviceId(uuid(`phone ${phone}`))), {
      ...draft,
      id: entryId(uuid(`entry ${index}`)),
      author: uuid(`worker ${random.whole(WORKERS)}`),
      facility: facilityId(uuid('cscom')),
      recordedAt: ticked.time,
    });
    if (!appended.ok) throw new Error(`a simulated entry is not valid: ${JSON.stringify(appended.error)}`);
    logs.set(phone, appended.value.log);
    return appended.value.entry;
  });
};

const uuid = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
