/** Stays and the facts made from them, when one child has several stays, leaves and returns, or dies. */
import type { Entry } from '@denba/records/entry';
import { facilityId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { arbitraryCareLife } from '@denba/scenario/arbitrary-care';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mamiRules } from '../../../../testing/indicators/figure-of-example.ts';
import { stayFacts } from './stay-facts.ts';

const timelineOf = (life: FamilyLife) => foldTimeline(life.id, life.entries);
const factsOf = (life: FamilyLife, kind: string) =>
  stayFacts(timelineOf(life), mamiRules).filter((fact) => fact.kind === kind);

const born = family('awa').mother({ on: '2025-09-12' }).bears({ on: '2025-09-12' });
const enrolled = born.assessed({ on: '2025-11-01', enrolment_decision: 'enrolled', entry_type: 'new' });

describe('two stays of one child', () => {
  const twice = enrolled
    .exits('R3', { on: '2025-12-01' })
    .assessed({ on: '2026-01-05', enrolment_decision: 'enrolled', entry_type: 'new' });

  it('have one sixth month and one review between them', () => {
    const reviewed = twice.visit({ on: '2026-03-12', visit_type: 'review' });
    expect(factsOf(reviewed, 'mami-enrolled')).toHaveLength(2);
    expect(factsOf(reviewed, 'mami-six-months')).toHaveLength(1);
    expect(factsOf(reviewed, 'mami-reviewed')).toHaveLength(1);
  });

  it('have each return once', () => {
    const back = twice.exits('R4', { on: '2026-02-01' }).returns('return', { on: '2026-02-10' });
    expect(factsOf(back, 'mami-returned')).toMatchObject([{ on: '2026-02-10', attributes: { returned_from: 'exit' } }]);
  });
});

describe('the sixth month', () => {
  it('is reached by who died the day after it, and not by who died the day before', () => {
    expect(factsOf(enrolled.childDies({ on: '2026-03-11' }), 'mami-six-months')).toEqual([]);
    expect(factsOf(enrolled.childDies({ on: '2026-03-13' }), 'mami-six-months')).toMatchObject([
      { on: '2026-03-12', since: '2026-04-10', attributes: { reviewed_in_window: false } },
    ]);
  });

  it('is reviewed when one review is in the window, whatever came after', () => {
    const twice = enrolled.visit({ on: '2026-03-12', reviewed: true }).visit({ on: '2026-06-12', reviewed: true });
    expect(factsOf(twice, 'mami-six-months')).toMatchObject([{ attributes: { reviewed_in_window: true } }]);
    expect(factsOf(twice, 'mami-reviewed')).toMatchObject([{ on: '2026-03-12' }]);
  });
});

describe('a death', () => {
  it('is of its own day, also when the exit was written down later', () => {
    const told = enrolled.childDies({ on: '2026-01-28' }).exits('R5', { on: '2026-02-02' });
    expect(factsOf(told, 'mami-exited')).toMatchObject([{ on: '2026-01-28', attributes: { exit_code: 'R5' } }]);
  });
});

describe('the number in care', () => {
  const steps = (life: FamilyLife) =>
    stayFacts(timelineOf(life), mamiRules).filter(({ kind }) => kind === 'mami-in-care' || kind === 'mami-out-of-care');

  it('leaves out a defaulter until she returns', () => {
    const back = enrolled.exits('R4', { on: '2026-01-20' }).returns('return', { on: '2026-02-10' });
    expect(steps(back).map(({ kind, on }) => [kind, on])).toEqual([
      ['mami-in-care', '2025-11-01'],
      ['mami-out-of-care', '2026-01-20'],
      ['mami-in-care', '2026-02-10'],
    ]);
  });

  it('leaves out a dead child from the day of death, whenever the exit is written', () => {
    const told = enrolled.childDies({ on: '2026-01-28' }).exits('R5', { on: '2026-02-02' });
    expect(steps(told).map(({ kind, on }) => [kind, on])).toEqual([
      ['mami-in-care', '2025-11-01'],
      ['mami-out-of-care', '2026-01-28'],
    ]);
  });

  it('leaves the place that had the child in care, whoever tells of the end', () => {
    const { id, entries } = enrolled.exits('R5', { on: '2026-01-28' });
    const timeline = foldTimeline(id, [...entries.slice(0, -1), ...entries.slice(-1).map(elsewhere)]);
    const facts = stayFacts(timeline, mamiRules).filter(({ kind }) => /^mami-(exited|in-care|out-of-care)$/.test(kind));
    expect(new Set(facts.map(({ place }) => place))).toEqual(new Set([entries[0]?.facility]));
    expect(facts).toHaveLength(3);
  });

  it('is at no moment and no place less than nobody, or one child twice, and ends as the stays do', () => {
    fc.assert(
      fc.property(arbitraryCareLife(), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (life, at) => {
        const timeline = foldTimeline(
          life.id,
          life.entries.map((entry, index) => (at[index] ? elsewhere(entry) : entry)),
        );
        const moves = stayFacts(timeline, mamiRules);
        for (const { id } of timeline.children) {
          const mine = moves.filter(({ subject, kind }) => subject === id && /^mami-(in|out-of)-care$/.test(kind));
          const inCareOn = (day: string, where?: string) =>
            mine.reduce(
              (sum, { kind, on, place }) =>
                sum + (on > day || (where ?? place) !== place ? 0 : kind === 'mami-in-care' ? 1 : -1),
              0,
            );
          for (const { on, place } of mine) {
            expect([0, 1]).toContain(inCareOn(on));
            expect([0, 1]).toContain(inCareOn(on, place));
          }
          const open = timeline.episodes.filter(({ child, status }) => child === id && status !== 'exited').length;
          expect(inCareOn('2099-12-31')).toBe(open);
        }
      }),
    );
  });
});

/** The same entry, recorded at another facility. */
const elsewhere = (entry: Entry): Entry => ({ ...entry, facility: facilityId('hospital') });
