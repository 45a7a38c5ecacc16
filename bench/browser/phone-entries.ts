/**
 * What the phones of one health centre have saved: families with mothers' names, telephones, births and MAMI visits
 * from the simulated cohort, with answers and findings as long as real ones (about 1 kB per entry), UUIDs as ids and
 * one hash chain per phone. Seeded; sorted by the time of recording.
 */
import { createHash } from 'node:crypto';
import type { JsonObject } from '@denba/records/canonical-json';
import { type Entry, entryToText } from '@denba/records/entry';
import { appendEntry, emptyLog, type LogHead } from '@denba/records/entry-log';
import { deviceId, entryId, facilityId, familyId, personId } from '@denba/records/ids';
import { simulatedLife } from '@denba/scenario/cohort-entries';
import { pickShare } from '@denba/scenario/pick';
import { createRandom, type Random } from '@denba/scenario/random';
import { simulateCohort } from '@denba/scenario/simulate-cohort';
import { familyNames, mensNames, villages, womensNames } from '@denba/scenario/west-african-names';

const PHONES = 4;
/** Families that have been followed for months: the benchmark opens these when it measures "open a family". */
const LONG_FAMILIES = 100;
export const ENTRIES_OF_LONG_FAMILIES = 40;

export type PhoneData = {
  readonly entries: readonly Entry[];
  /** Ids of the families with 40 entries. */
  readonly longFamilies: readonly string[];
};

export const phoneData = (seed: string, size: { readonly families: number; readonly entries: number }): PhoneData => {
  const short = (size.entries - LONG_FAMILIES * ENTRIES_OF_LONG_FAMILIES) / (size.families - LONG_FAMILIES);
  let owed = 0;
  const drafts: Entry[] = [];
  const longFamilies: string[] = [];
  let number = 0;
  for (const simulated of simulateCohort(seed, { families: size.families * 2 })) {
    if (number === size.families) break;
    const life = simulatedLife(seed, simulated).entries;
    const wanted = number < LONG_FAMILIES ? ENTRIES_OF_LONG_FAMILIES : Math.floor(owed + short);
    if (life.length < Math.min(wanted, 6)) continue;
    if (number >= LONG_FAMILIES) owed += short - wanted;
    else longFamilies.push(uuid(`${seed}-family-${simulated.mother}`));
    number += 1;
    const random = createRandom(`${seed}/${simulated.mother}`);
    for (const entry of lengthened(life, wanted)) drafts.push(asOnAPhone(entry, random));
  }
  const ordered = drafts.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
  return { entries: chained(ordered, createRandom(`${seed}/phones`)), longFamilies };
};

/** The first `count` entries; when a family has fewer, its visits are repeated. */
const lengthened = (life: readonly Entry[], count: number): readonly Entry[] => {
  const visits = life.filter(({ form }) => form.startsWith('mami-visit@'));
  const more = Array.from({ length: Math.max(0, count - life.length) }, (_, index) => {
    const visit = visits[index % visits.length] ?? life[life.length - 1];
    return visit === undefined ? [] : [{ ...visit, id: entryId(`${visit.id}-again-${index}`) }];
  });
  return [...life.slice(0, count), ...more.flat()];
};

const asOnAPhone = (entry: Entry, random: Random): Entry => ({
  ...entry,
  id: entryId(uuid(entry.id)),
  family: familyId(uuid(entry.family)),
  subject: entry.subject === null ? null : personId(uuid(entry.subject)),
  protocolVersion: entry.form.startsWith('mami-') ? 'mami@0.1.0' : null,
  answers: withNames(entry, random),
  findings: entry.form.startsWith('mami-') ? findingsOf(entry, random) : {},
  author: uuid(`worker ${random.whole(6)}`),
  facility: facilityId(uuid('cscom')),
});

const withNames = ({ form, answers }: Entry, random: Random): JsonObject => {
  const ids = Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      name,
      typeof value === 'string' && /-(mother|infant|pregnancy)-?\d*/.test(value) ? uuid(value) : value,
    ]),
  );
  const father = pickShare(random, familyNames);
  if (form.startsWith('register-family@')) {
    return {
      ...ids,
      mother_name: `${pickShare(random, womensNames)} ${pickShare(random, familyNames)}`,
      phone: `+223 7${random.whole(10)} ${10 + random.whole(90)} ${10 + random.whole(90)} ${10 + random.whole(90)}`,
      village: pickShare(random, villages),
      father_name: `${pickShare(random, mensNames)} ${father}`,
      card_code: `${100000 + random.whole(900000)}`,
    };
  }
  if (!form.startsWith('birth@')) return ids;
  return { ...ids, infant_name: `${pickShare(random, answers['sex'] === 'F' ? womensNames : mensNames)} ${father}` };
};

/**
 * Findings like those of an assessor: the class, the rows that hit with the values that they read, the cards, the next
 * visit.
 */
const findingsOf = ({ answers }: Entry, random: Random): JsonObject => {
  const z = (): number => Math.round(random.normal() * 120 - 80) / 100;
  const level = ['low', 'moderate', 'moderate', 'indepth', 'high'][random.whole(5)] ?? 'low';
  const rows = ['05.02', '07.01', '07.02', '07.04', '08.03', '10.01', '14.02', '18.05', '22.03', '29.02'];
  const reasons = Array.from({ length: 2 + random.whole(3) }, () => ({
    row: `MAMI.DT.${rows[random.whole(rows.length)]}`,
    values: { waz: z(), weight_g: answers['weight_g'] ?? null, 'p.waz_low': -2 },
  }));
  return {
    pair_class: level,
    pair_incomplete: random.chance(0.1),
    danger_signs_answered: true,
    waz: z(),
    laz: z(),
    wlz: z(),
    gain_g_per_day: Math.round(random.normal() * 80 + 220) / 10,
    reasons,
    cards: ['CC01', 'CC05', 'CC11'].slice(0, 1 + random.whole(3)),
    next_visit_days: 7 * (1 + random.whole(4)),
  };
};

/** Chains the entries in one log per phone. */
const chained = (drafts: readonly Entry[], random: Random): readonly Entry[] => {
  const heads = new Map<number, LogHead>();
  return drafts.map((entry) => {
    const phone = random.whole(PHONES);
    const { device: _device, seq: _seq, prev: _prev, ...draft } = entry;
    const appended = appendEntry(heads.get(phone) ?? emptyLog(deviceId(uuid(`phone ${phone}`))), draft);
    if (!appended.ok)
      throw new Error(`the simulated entry ${entry.id} is not valid: ${JSON.stringify(appended.error)}`);
    heads.set(phone, appended.value.log);
    return appended.value.entry;
  });
};

export const sizeOf = (entries: readonly Entry[]): number =>
  Math.round(entries.reduce((sum, entry) => sum + entryToText(entry).length, 0) / entries.length);

const uuid = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
