/**
 * The demonstration district is plausible: the character of each centre shows when its entries are counted, and no
 * entry contradicts another.
 */
import { addDays, addMonths, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { type Entry, entryToText } from '@denba/records/entry';
import { verifyLog } from '@denba/records/entry-log';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import { hospitalLog, knownAtHospital } from '@denba/scenario/district/hospital-log';
import { simulateCentre } from '@denba/scenario/district/simulate-centre';
import { createVisitWriter } from '@denba/scenario/district/visit-writer';
import { describe, expect, it } from 'vitest';
import { centreOf, lastDay, protocol, seed, writer } from './test/mami-writer.ts';

const made = (place: string, size: number) => {
  const centre = centreOf(place, size);
  const { received, hospital } = simulateCentre(centre, { seed, lastDay, writer });
  return { centre, received, hospital, entries: received.map(({ entry }) => entry) };
};

const excellent = made('demo-dialakoroba', 0.5);
const silent = made('demo-bancoumana', 0.5);
const halfKilograms = made('demo-mountougoula', 0.5);
const displaced = made('demo-niamana', 0.5);
const far = made('demo-nioumamakana', 0.5);
const all = [excellent, silent, halfKilograms, displaced, far];
const entries = all.flatMap((centre) => centre.entries);

const isForm =
  (...names: readonly string[]) =>
  ({ form }: Entry): boolean =>
    names.includes(form.split('@')[0] ?? '');
const weights = (of: readonly Entry[]): readonly number[] =>
  of.flatMap(({ answers: { weight_g } }) => (typeof weight_g === 'number' ? [weight_g] : []));
const share = <T>(of: readonly T[], test: (one: T) => boolean): number => of.filter(test).length / of.length;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;

describe('the district', () => {
  it('is the same, byte for byte, for the same seed, whoever made visits before', () => {
    const { centre, received, hospital } = made('demo-gouana', 0.3);
    const again = simulateCentre(centre, { seed, lastDay, writer: createVisitWriter(protocol) });
    expect(again.received.map(({ entry, receivedMs }) => [entryToText(entry), receivedMs])).toEqual(
      received.map(({ entry, receivedMs }) => [entryToText(entry), receivedMs]),
    );
    expect(again.hospital).toEqual(hospital);
  });

  it('says of everybody that they are simulated, and has no telephone that rings', () => {
    for (const { author, answers } of entries) {
      expect(author).toMatch(/\(simulée?\)$/);
      for (const name of ['mother_name', 'infant_name', 'father_name', 'caregiver_name', 'chw_id', 'village']) {
        if (answers[name] !== undefined) expect(String(answers[name])).toMatch(/\(simulée?\)$/);
      }
      if (answers['phone'] !== undefined) expect(answers['phone']).toMatch(/^00 0/);
    }
  });

  it('holds nothing from after its last day', () => {
    for (const { entry, receivedMs } of all.flatMap(({ received }) => received)) {
      expect(entry.occurredOn <= lastDay).toBe(true);
      expect(entry.recordedAt.slice(0, 10) <= lastDay).toBe(true);
      expect(dayOf(receivedMs) <= lastDay).toBe(true);
    }
  });

  it('has whole logs, dated in their order', () => {
    for (const { centre, entries: own } of all) {
      for (const phone of centre.phones) {
        const log = own.filter(({ device }) => device === phone).sort((a, b) => a.seq - b.seq);
        expect(verifyLog(phone as Entry['device'], log)).toEqual([]);
        expect(log.map(({ recordedAt }) => recordedAt)).toEqual(log.map(({ recordedAt }) => recordedAt).toSorted());
      }
    }
  });

  it('tells stories without contradiction, the hospital’s part included', () => {
    const log = hospitalLog(
      all.flatMap(({ hospital }) => hospital),
      addMonths(lastDay, -40),
      lastDay,
    );
    expect(log.length).toBeGreaterThan(0);
    expect(
      verifyLog(
        log[0]?.entry.device as Entry['device'],
        log.map(({ entry }) => entry),
      ),
    ).toEqual([]);
    const stories = foldFamilies([...entries, ...log.map(({ entry }) => entry)]);
    expect(stories.size).toBeGreaterThan(150);
    for (const { family, problems } of stories.values()) expect({ family, problems }).toEqual({ family, problems: [] });
  });

  it('expects nobody after a death', () => {
    const deaths = entries.filter(isForm('death'));
    expect(deaths.length).toBeGreaterThan(0);
    for (const { subject, occurredOn } of deaths) {
      const after = entries.filter((entry) => entry.subject === subject && entry.occurredOn > occurredOn);
      const heard = ({ answers }: Entry): boolean => answers['tracing_result'] === 'dead';
      expect(
        after
          .filter((entry) => !heard(entry))
          .filter(isForm('mami-screen', 'mami-assessment', 'mami-visit', 'tracing', 'transfer')),
      ).toEqual([]);
    }
  });

  it('has late entries, corrections, and families that were merged', () => {
    expect(
      entries.some(({ occurredOn, recordedAt }) => addDays(occurredOn, 1) < (recordedAt.slice(0, 10) as LocalDate)),
    ).toBe(true);
    expect(entries.some(isForm('correction'))).toBe(true);
  });

  it('finds most screens negative, and some positive', () => {
    const screens = excellent.entries.filter(isForm('mami-screen'));
    const positive = share(screens, ({ answers }) => answers['screen_result'] !== 'negative');
    expect(positive).toBeGreaterThan(0.1);
    expect(positive).toBeLessThan(0.45);
  });
});

describe('the hard season', () => {
  const zIn = (...months: readonly string[]): number =>
    mean(
      entries.filter(isForm('mami-screen', 'mami-visit')).flatMap(({ occurredOn, findings }) => {
        const { waz } = (findings['kept'] ?? {}) as JsonObject;
        return typeof waz === 'number' && months.includes(occurredOn.slice(5, 7)) ? [waz] : [];
      }),
    );

  it('makes infants thinner', () => {
    expect(zIn('07', '08', '09')).toBeLessThan(zIn('01', '02', '03') - 0.15);
  });
});

describe('a centre', () => {
  it('whose scale is read to the half kilogram shows it in the last digits', () => {
    const round = (of: readonly Entry[]): number => share(weights(of), (weight) => weight % 500 === 0);
    expect(round(halfKilograms.entries)).toBeGreaterThan(0.6);
    expect(round(excellent.entries)).toBeLessThan(0.2);
  });

  it('that stopped sending has sent nothing for seven weeks', () => {
    const last = dayOf(Math.max(...silent.received.map(({ receivedMs }) => receivedMs)));
    expect(last <= addDays(lastDay, -49)).toBe(true);
    const others = Math.max(...excellent.received.map(({ receivedMs }) => receivedMs));
    expect(dayOf(others) > addDays(lastDay, -15)).toBe(true);
  });

  it('where displaced families arrive registers many in a few weeks, and their infants are smaller', () => {
    const { from } = displaced.centre.arrivals ?? { from: lastDay };
    const registered = displaced.entries.filter(isForm('register-family'));
    const between = (first: LocalDate, days: number): number =>
      registered.filter(({ occurredOn }) => occurredOn >= first && occurredOn < addDays(first, days)).length;
    expect(between(from, 80)).toBeGreaterThan(3 * between(addDays(from, -90), 80));
    const fled = new Set(
      displaced.entries.filter(({ answers }) => answers['displaced'] === true).map(({ family }) => family),
    );
    expect(fled.size).toBeGreaterThan(5);
    const bornWith = (theirs: boolean): number =>
      mean(
        displaced.entries.filter(isForm('birth')).flatMap(({ family, answers }) => {
          const { birth_weight_g: weight } = answers;
          return fled.has(family) === theirs && typeof weight === 'number' ? [weight] : [];
        }),
      );
    expect(bornWith(true)).toBeLessThan(bornWith(false));
    expect(excellent.entries.some(({ answers }) => answers['displaced'] === true)).toBe(false);
  });

  it('that is excellent screens and is kept to; one that is far is not', () => {
    const screened = ({ entries: own }: typeof far): number =>
      new Set(own.filter(isForm('mami-screen')).map(({ family }) => family)).size /
      new Set(own.map(({ family }) => family)).size;
    expect(screened(excellent)).toBeGreaterThan(screened(far) + 0.2);
    const byHome = ({ entries: own }: typeof far): number =>
      share(own.filter(isForm('birth')), ({ answers }) => answers['birth_place'] === 'home');
    expect(byHome(far)).toBeGreaterThan(byHome(excellent));
  });

  it('sends the severely ill to the hospital, which writes back', () => {
    const sent = all.reduce((sum, { received }) => sum + knownAtHospital(received).size, 0);
    expect(sent).toBeGreaterThan(3);
    expect(all.flatMap(({ hospital }) => hospital).some(({ form }) => form.startsWith('counter-referral@'))).toBe(true);
  });
});
