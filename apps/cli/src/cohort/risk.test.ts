import { describe, expect, it } from 'vitest';
import type { AssessedVisit } from './assess-visits.ts';
import { riskOf, stateOf } from './risk.ts';

const visit = (week: number, reasons: readonly string[], weightG: number | null = 3000): AssessedVisit => ({
  visit: { week, ageDays: week * 7, weightG, lengthCm: null, headCm: null, muacMm: null },
  pairClass: reasons.length > 0 ? 'moderate' : 'incomplete',
  reasons,
  refused: [],
});

const order = { reasons: ['waz', 'muac', 'risk_factor'], classes: ['moderate', 'incomplete', 'low'] };

describe('the state of an infant at a visit', () => {
  it('is at risk with a reason that the visit shows', () => expect(stateOf(visit(0, ['waz']))).toBe('atRisk'));
  it('is not changed by what was fixed at birth', () => expect(stateOf(visit(0, ['risk_factor']))).toBe('notAtRisk'));
  it('is unknown, never well, when the infant was not weighed', () =>
    expect(stateOf(visit(0, ['risk_factor'], null))).toBe('unknown'));
  it('is at risk without a weight when another measure says so', () =>
    expect(stateOf(visit(6, ['muac'], null))).toBe('atRisk'));
});

describe('entering and leaving risk', () => {
  const infants = [
    [visit(0, []), visit(1, ['waz']), visit(2, [], null), visit(4, [])],
    [visit(0, ['waz']), visit(1, ['waz', 'muac']), visit(2, [])],
    [visit(0, [], null), visit(1, [])],
  ];
  const risk = riskOf(infants, order);

  it('is counted from the last known state', () => {
    expect(risk.weeks.map(({ week, entered, left }) => [week, entered.n, entered.of, left.n, left.of])).toEqual([
      [0, 0, 0, 0, 0],
      [1, 1, 1, 0, 1],
      [2, 0, 0, 1, 1],
      [4, 0, 0, 1, 1],
    ]);
  });

  it('counts each reason, the classes, and those whose state is not known', () => {
    expect(risk.weeks[1]).toMatchObject({ byReason: { waz: 2, muac: 1 }, attended: 3, weighed: 3, unknown: 0 });
    expect(risk.weeks[0]).toMatchObject({ any: { n: 1, of: 2 }, unknown: 1, byClass: { moderate: 1, incomplete: 2 } });
    expect([risk.reasons, risk.classes]).toEqual([
      ['waz', 'muac'],
      ['moderate', 'incomplete'],
    ]);
  });

  it('is summed over infants', () => {
    expect(risk.everAtRisk).toMatchObject({ n: 2, of: 3 });
    expect(risk.enteredAfterFirstVisit).toMatchObject({ n: 1, of: 2 });
    expect(risk.leftAndStayedOut).toMatchObject({ n: 2, of: 2 });
  });
});
