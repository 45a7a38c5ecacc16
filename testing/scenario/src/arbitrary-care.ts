/**
 * fast-check arbitraries for lives in MAMI care: screens, enrolments, agreed visits, tracing, referrals and
 * counter-referrals, exits of every code, returns, corrections of days and answers. They need not make sense;
 * indicators have to count them all the same.
 */
import { addDays, localDate } from '@denba/quantities/local-date';
import fc from 'fast-check';
import { type FamilyLife, family } from './family-life.ts';

const BORN_ON = localDate('2026-01-05');

/**
 * A life of up to fourteen steps after the birth of one infant, or of twins. `name` distinguishes the families of a
 * cohort.
 */
export const arbitraryCareLife = (name = 'keita'): fc.Arbitrary<FamilyLife> =>
  fc.tuple(fc.boolean(), fc.array(arbitraryDraw(name), { maxLength: 14 })).map(([twins, draws]) => {
    const begun = family(name).mother({ on: BORN_ON, distance_min: twins ? null : 75 });
    const born = twins
      ? begun.bearsTwins({ on: BORN_ON, as: 's0' }, { on: BORN_ON, sex: 'M', birth_weight_g: null, as: 's1' })
      : begun.bears({ on: BORN_ON, as: 's0' }).weighed({ on: addDays(BORN_ON, 3), as: 's1' });
    return draws.reduce((life, draw, at) => take(draw, life, `s${at + 2}`), born);
  });

/** A cohort of such families. */
export const arbitraryCohort = (): fc.Arbitrary<readonly FamilyLife[]> =>
  fc.tuple(arbitraryCareLife('awa'), arbitraryCareLife('binta'), arbitraryCareLife('cira'));

const kinds = [
  ...(['screen', 'screen', 'enrol', 'enrol', 'assess', 'visit', 'visit', 'review', 'trace', 'exit', 'return'] as const),
  ...(['refer', 'note', 'leave', 'die', 'mother dies', 'correct', 'move', 'withdraw', 'refuse'] as const),
] as const;

const arbitraryDraw = (name: string) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    day: fc.integer({ min: 0, max: 230 }),
    later: fc.integer({ min: 1, max: 21 }),
    back: fc.integer({ min: 1, max: 6 }),
    child: fc.constantFrom(`${name}-child-1`, `${name}-child-2`),
    weight_g: fc.option(fc.integer({ min: 1500, max: 8000 }), { nil: null, freq: 4 }),
    muac_mm: fc.option(fc.integer({ min: 80, max: 160 }), { nil: null, freq: 4 }),
    waz: fc.option(fc.integer({ min: -70, max: 60 }), { nil: null, freq: 4 }),
    reasons: fc.subarray(['waz', 'feeding', 'mother', 'muac'] as const),
    result: fc.constantFrom('positive', 'urgent', 'negative', 'incomplete', null),
    mood: fc.constantFrom('positive', 'negative', 'not_done', 'incomplete', null),
    code: fc.constantFrom('R1', 'R1b', 'R2', 'R3', 'R4', 'R5', 'R6'),
    entry_type: fc.constantFrom('return', 'transfer_in', 'post_inpatient'),
    place: fc.constantFrom('inpatient', 'hiv', null),
    known: fc.constantFrom(true, false, null),
  });

type Draw = ReturnType<typeof arbitraryDraw> extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const take = (draw: Draw, life: FamilyLife, as: string): FamilyLife => {
  const { kind, day, later, child, weight_g, muac_mm, waz, reasons, result, mood, known } = draw;
  const on = addDays(BORN_ON, day);
  const when = { on, child, as };
  const next_due = known === false ? null : addDays(on, later);
  const findings = {
    ...{ waz: waz === null ? null : waz / 10, laz: known ? 6.5 : null, feeding_class: known ? 'effective' : null },
    ...{ pairClass: known === null ? null : 'moderate', mh_result: mood, actions: known ? [['MH_SUPPORT']] : [] },
    enrolment: { proposed: true, reasons },
  };
  const seen = {
    ...{ ...when, weight_g, muac_mm, next_due, findings, sh_thoughts: known, suicide_action: known ? 'none' : null },
    ...{ vaccination: known ? 'up_to_date' : 'not_assessed', bf_status: known ? 'exclusive' : 'mixed' },
    ...{ hiv_exposed: known ? 'yes' : 'unknown', hiv_test: known ? 'pending' : null, displaced: known },
    mh_instrument: known ? 'PHQ9' : null,
  };
  const named = `s${Math.max(0, Number(as.slice(1)) - draw.back)}`;
  switch (kind) {
    case 'screen':
      return life.screened({ ...when, screen_result: result, contact_point: known ? 'pnc' : null });
    case 'enrol':
      return life.assessed({ ...seen, enrolment_decision: 'enrolled', enrol_reason: known === null ? null : reasons });
    case 'assess':
      return life.assessed(seen);
    case 'visit':
      return life.visit(seen);
    case 'review':
      return life.visit({ ...seen, on: addDays(BORN_ON, 170 + later), visit_type: 'review', reviewed: true });
    case 'trace':
      return life.traced(known ? 'found' : 'not_done', { ...when, tracing_by: 'call' });
    case 'exit':
      return life.exits(draw.code, when);
    case 'return':
      return life.returns(draw.entry_type, when);
    case 'refer':
      return life.transferred('temporary', { ...when, referral_to: draw.place });
    case 'note':
      return life.counterReferred({
        ...when,
        referral_result: known === false ? 'not_arrived' : 'treated',
        admitted_on: known ? addDays(on, -later) : null,
        discharged_on: known ? on : null,
      });
    case 'leave':
      return life.transferred('permanent', { ...when, to_facility: 'CSCom 2' });
    case 'die':
      return life.childDies(when);
    case 'mother dies':
      return life.motherDies({ on, as });
    case 'correct':
      return life.corrects(named, { weight_g, screen_result: 'positive' }, 'read again', { as });
    case 'move':
      return life.corrects(named, {}, 'another day', { as, occurred_on: on });
    case 'withdraw':
      return life.withdraws(named, 'mistake', { as });
    case 'refuse':
      return life.refuses('referral', when);
  }
};
