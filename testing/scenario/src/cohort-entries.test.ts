import { entryToText, parseEntry } from '@denba/records/entry';
import { verifyLog } from '@denba/records/entry-log';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { describe, expect, it } from 'vitest';
import { simulatedEntries, simulatedLife } from './cohort-entries.ts';
import { simulateCohort } from './simulate-cohort.ts';
import { allBirths } from './simulation-settings.ts';

const settings = { ...allBirths, twinShare: 0.2, deathShare: 0.15, defaultShare: 0.15 };
const families = [...simulateCohort('entries', { families: 80 }, settings)];
const told = families.map((family) => {
  const life = simulatedLife('demo', family, settings);
  return { family, life, timeline: foldTimeline(life.id, life.entries) };
});

describe('the entries of a simulated cohort', () => {
  it('are the same to the byte for the same seed', () => {
    const again = [...simulateCohort('entries', { families: 80 }, settings)];
    for (const [index, { life }] of told.entries()) {
      const entries = again[index] ? simulatedEntries('demo', again[index], settings) : [];
      expect(entries.map(entryToText)).toEqual(life.entries.map(entryToText));
    }
  });

  it('are whole logs of entries that read back', () => {
    for (const { life } of told) {
      expect(verifyLog(life.device.log.device, life.entries, life.device.log)).toEqual([]);
      for (const entry of life.entries) expect(parseEntry(JSON.parse(entryToText(entry))).ok).toBe(true);
    }
  });

  it('fold to stories without problems that say what the rows say', () => {
    for (const { family, timeline } of told) {
      expect(timeline.problems).toEqual([]);
      expect(timeline.children).toHaveLength(family.infants.length);
      for (const { infant, visits } of family.infants) {
        const child = timeline.children.find(({ id }) => id.endsWith(`-infant-${infant}`));
        const encounters = timeline.encounters.filter((encounter) => encounter.child === child?.id);
        const seen = visits.filter(({ row }) => row.attended === 1);
        expect(encounters.map((encounter) => [encounter.ageDays, encounter.form.answers.weight_g])).toEqual(
          seen.map(({ row }) => [row.age_days, row.weight_g]),
        );
      }
    }
  });

  it('end in good and poor response, default and death, one episode for each infant', () => {
    const outcomes = new Set(told.flatMap(({ timeline }) => timeline.episodes.map(({ outcome }) => outcome?.code)));
    for (const outcome of ['R1', 'R2', 'R4', 'R5', undefined]) expect(outcomes).toContain(outcome);
    for (const { family, timeline } of told) {
      expect(timeline.episodes).toHaveLength(family.infants.length);
      const dead = timeline.persons.filter((person) => person.died !== null);
      const truth = family.infants.filter(({ diedOnDay }) => diedOnDay !== null && diedOnDay < 182);
      expect(dead).toHaveLength(truth.length);
    }
  });

  it('hold feeding problems, danger signs and unanswered items', () => {
    const answers = told.flatMap(({ life }) => life.entries.map((entry) => entry.answers));
    const asked = answers.filter((answer) => 'f5' in answer);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.some((answer) => answer['f5'] === 'not_effective')).toBe(true);
    expect(answers.some((answer) => answer['f5'] === null)).toBe(true);
    expect(answers.some((answer) => answer['d_feed'] === 'none' || answer['resp_rate'] === 68)).toBe(true);
  });
});
