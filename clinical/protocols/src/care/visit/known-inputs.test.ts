import { localDate } from '@denba/quantities/local-date';
import type { FamilyLife } from '@denba/scenario/family-life';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { keita, mami, mamiAssessor, mamiRules } from '../../../test/mami.ts';
import { knownInputs } from './known-inputs.ts';

const known = (life: FamilyLife, on: string, without?: string) =>
  knownInputs(
    timelineOf(life),
    life.childId(),
    localDate(on),
    mamiRules,
    without === undefined ? null : life.entry(without).id,
  );

/** Only the inputs of these names. */
const some = (inputs: Readonly<Record<string, unknown>>, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, inputs[name]]));

const enrolled = keita.assessed({
  on: '2026-01-15',
  weight_g: 2150,
  muac_mm: 95,
  enrolment_decision: 'enrolled',
  enrol_reason: ['waz'],
  next_due: '2026-01-22',
  findings: { kept: { waz: -2.6, growth_class: 'poor', feeding_class: 'problem' } },
  as: 'enrolment',
});

describe('what the record knows before a visit', () => {
  it('holds the birth under the names of the protocol', () => {
    expect(known(keita, '2026-01-15')).toEqual({
      sex: 'F',
      birth_date: '2026-01-05',
      dob_precision: 'exact',
      birth_weight_g: 2100,
      bw_source: 'scale',
      ga_weeks: 39,
      ga_days: 0,
      ga_method: 'echo',
      multiple_birth: 'single',
      birth_place: 'facility',
      delivery_mode: 'vaginal',
      mother_status: 'present',
      mother_absent: false,
      mother_age: 26,
      enrolled: false,
      previous: [],
    });
  });

  it('is taken whole by the assessor: every name and value is one that the protocol has', () => {
    const life = enrolled.visit({ on: '2026-01-22', weight_g: 2300, next_due: '2026-01-29' }).traced('not_found', {
      on: '2026-02-05',
    });
    expect(mamiAssessor.assess({ visit_date: '2026-02-10', ...known(life, '2026-02-10') }).problems).toEqual([]);
    expect(mami.elements.filter(({ lasting }) => lasting).length).toBeGreaterThan(20);
  });

  it('leaves unknown what nobody said', () => {
    const bare = family('traore').weighed({ on: '2026-02-01' });
    expect(known(bare, '2026-03-01')).toEqual({
      enrolled: false,
      previous: [
        {
          visit_date: '2026-02-01',
          weight_g: 4500,
          length_cm: 55,
          muac_mm: 125,
          measured: 'lying',
          head_cm: 37.5,
          oedema: 'none',
        },
      ],
    });
  });

  it('gives weeks without days when no days were known, and term or preterm when no weeks were', () => {
    const weeks = family('a').bears({ on: '2026-01-05', gestational_age_days: 245, gestational_age_to: 'week' });
    expect(some(known(weeks, '2026-02-01'), 'ga_weeks', 'ga_days')).toEqual({ ga_weeks: 35, ga_days: undefined });
    const preterm = family('b').bears({ on: '2026-01-05', gestational_age_days: null, gestation_category: 'preterm' });
    expect(some(known(preterm, '2026-02-01'), 'ga_weeks', 'born_early')).toEqual({
      ga_weeks: undefined,
      born_early: true,
    });
    const unknown = family('c').bears({ on: '2026-01-05', gestational_age_days: null, gestation_category: 'unknown' });
    expect(known(unknown, '2026-02-01')).not.toHaveProperty('born_early');
  });

  it('takes the mother’s age on the day of the birth, not of the visit', () => {
    const life = family('d')
      .mother({ mother_birth_date: '2006-01-20', mother_birth_date_precision: 'year' })
      .bears({ on: '2026-01-05' });
    expect(known(life, '2026-06-01')['mother_age']).toBe(19);
  });

  it('counts the twins who live: a mother who lost one is not told about feeding two', () => {
    const twins = family('keita').mother().pregnant().bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' });
    expect(known(twins, '2026-01-20')).toMatchObject({ multiple_birth: 'twins', infants_alive: 2 });
    const one = twins.childDies({ on: '2026-01-12', child: 'keita-child-1' });
    expect(known(one, '2026-01-20')).toMatchObject({ multiple_birth: 'twins', infants_alive: 1 });
    const registered = family('keita').mother().bears({ on: '2026-01-05', birth_count: 2, birth_order: 1 });
    expect(known(registered, '2026-01-20'), 'of the other twin nothing is recorded').not.toHaveProperty(
      'infants_alive',
    );
  });

  it('knows of a twin who died before the registration, from what the family said there', () => {
    const alone = family('keita')
      .mother()
      .bears({ on: '2026-01-05', birth_count: 2, birth_order: 1, infants_alive: 1 });
    expect(known(alone, '2026-01-20')).toMatchObject({ multiple_birth: 'twins', infants_alive: 1 });
    const dead = alone.childDies({ on: '2026-01-12' });
    expect(known(dead, '2026-01-20')['infants_alive']).toBe(0);
  });

  it('holds for both twins what was said of the mother at the visit of one, and of each what is its own', () => {
    const twins = family('keita').mother().pregnant().bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' });
    const [first, second] = ['keita-child-1', 'keita-child-2'];
    const said = twins
      .assessed({ on: '2026-01-15', child: second, hiv: 'negative', cleft: false })
      .assessed({ on: '2026-02-01', child: first, hiv: 'positive', cleft: true });
    const of = (child: string) =>
      some(
        knownInputs(timelineOf(said), said.childId(child), localDate('2026-02-02'), mamiRules, null),
        'hiv',
        'cleft',
      );
    expect(of(first)).toEqual({ hiv: 'positive', cleft: true });
    expect(of(second)).toEqual({ hiv: 'positive', cleft: false });
  });

  it('knows what the mother said of self-harm at the visit of the other twin, and whether it was asked again since', () => {
    const twins = family('keita').mother().pregnant().bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' });
    const [first, second] = ['keita-child-1', 'keita-child-2'];
    const before = (life: FamilyLife, child: string, on: string) => {
      const known = knownInputs(timelineOf(life), life.childId(child), localDate(on), mamiRules);
      const assessed = mamiAssessor.assess({ visit_date: on, ...known });
      expect(assessed.problems).toEqual([]);
      return assessed.value('self_harm_before');
    };
    const told = twins
      .visit({ on: '2026-02-01', child: first, phq9: 1, sh_thoughts: true })
      .visit({ on: '2026-02-01', child: second, phq9: null });
    expect(before(told, second, '2026-02-04')).toBe(true);
    expect(before(told, first, '2026-02-04')).toBe(true);
    const other = told.visit({ on: '2026-02-04', child: second, sh_thoughts: false, sh_harm_baby: false });
    expect(before(other, second, '2026-02-11')).toBe(false);
    expect(before(other, first, '2026-02-11'), 'asked again at the visit of the other').toBe(false);
  });

  it('gives the other twin no measurement, and no visit, of the one at whose visit the mother spoke', () => {
    const twins = family('keita').mother().pregnant().bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' });
    const told = twins.visit({ on: '2026-02-01', child: 'keita-child-1', phq9: 1 });
    const known = knownInputs(timelineOf(told), told.childId('keita-child-2'), localDate('2026-02-04'), mamiRules);
    expect(known['previous']).toEqual([]);
    expect(known['asked_at_twins']).toEqual([{ visit_date: '2026-02-01', phq9: 1 }]);
  });

  it('counts twins', () => {
    const twins = family('e').mother().bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' });
    expect(known(twins, '2026-02-01')['multiple_birth']).toBe('twins');
  });
});

describe('answers that last', () => {
  const asked = keita.assessed({
    on: '2026-01-15',
    hiv_exposed: 'yes',
    hiv_test: 'pending',
    sibling_malnourished: true,
  });

  it('are known at the next visit; what must be looked at anew is not', () => {
    const later = known(asked, '2026-01-22');
    expect(some(later, 'hiv_exposed', 'hiv_test', 'sibling_malnourished')).toEqual({
      hiv_exposed: 'yes',
      hiv_test: 'pending',
      sibling_malnourished: true,
    });
    for (const name of ['d_feed', 'weight_g', 'f1', 'bf_status', 'phq1', 'phq9', 'sh_thoughts', 'violence', 'temp_c']) {
      expect(later, name).not.toHaveProperty(name);
    }
  });

  it('are those of the last visit that gave one', () => {
    const again = asked.visit({ on: '2026-01-22', hiv_test: 'negative' }).visit({ on: '2026-01-29', hiv_test: null });
    expect(known(again, '2026-02-05')['hiv_test']).toBe('negative');
  });

  it('replace what was said at birth, until the birth itself is corrected', () => {
    const born = family('f').mother().bears({ on: '2026-01-05', birth_weight_g: 3000, as: 'birth' });
    const card = born.assessed({ on: '2026-01-15', birth_weight_g: 2300, bw_source: 'card' });
    expect(some(known(card, '2026-01-22'), 'birth_weight_g', 'bw_source')).toEqual({
      birth_weight_g: 2300,
      bw_source: 'card',
    });
    const corrected = card.corrects('birth', { birth_weight_g: 2400 }, 'the scale was read wrong', {
      on: '2026-01-20',
    });
    expect(known(corrected, '2026-01-22')['birth_weight_g']).toBe(2400);
  });
});

describe('the mother', () => {
  it('is as last told; a death outranks everything', () => {
    const ill = keita.visit({ on: '2026-01-20', mother_status: 'ill' });
    expect(known(ill, '2026-01-25')['mother_status']).toBe('ill');
    expect(known(ill, '2026-01-20')['mother_status']).toBe('present');
    const dead = ill.motherDies({ on: '2026-01-22' }).visit({ on: '2026-01-23', mother_status: 'present' });
    expect(some(known(dead, '2026-01-25'), 'mother_status', 'orphan')).toEqual({
      mother_status: 'dead',
      orphan: 'mother',
    });
  });

  it('may leave the child to another, and come back', () => {
    const away = keita.caregiver('grandmother', { on: '2026-01-20', change_reason: 'mother_absent' });
    expect(some(known(away, '2026-01-25'), 'mother_status', 'mother_absent', 'caregiver_relation')).toEqual({
      mother_status: 'absent',
      mother_absent: true,
      caregiver_relation: 'grandmother',
    });
    const back = away.caregiver('keita-mother', {
      on: '2026-02-01',
      change_reason: 'mother_back',
      caregiver_relation: 'mother',
    });
    expect(some(known(back, '2026-02-05'), 'mother_status', 'mother_absent')).toEqual({
      mother_status: 'present',
      mother_absent: false,
    });
  });

  it('who is back after an assessment in her absence lives with the child again', () => {
    const away = enrolled.assessed({ on: '2026-01-20', mother_status: 'absent', mother_absent: true });
    expect(known(away, '2026-01-25')['mother_absent']).toBe(true);
    const back = away.caregiver('keita-mother', {
      on: '2026-02-01',
      change_reason: 'mother_back',
      caregiver_relation: 'mother',
    });
    expect(some(known(back, '2026-02-05'), 'mother_status', 'mother_absent')).toEqual({
      mother_status: 'present',
      mother_absent: false,
    });
  });

  it('and the father both gone leave an orphan of both', () => {
    const life = keita.assessed({ on: '2026-01-15', orphan: 'father' }).motherDies({ on: '2026-01-20' });
    expect(known(life, '2026-01-25')['orphan']).toBe('both');
  });
});

describe('earlier visits', () => {
  it('are told oldest first, with the readings in use and the conclusions that later visits read', () => {
    const life = enrolled
      .weighed({ on: '2026-01-18', weight_g: 2200, length_cm: null, muac_mm: null, head_cm: null })
      .visit({
        on: '2026-01-22',
        weight_g: 2300,
        findings: {
          kept: { weight_used_g: 2320.5, feeding_class: 'effective', growth_class: 'adequate', mh_result: 'negative' },
        },
      });
    expect(known(life, '2026-01-29')['previous']).toMatchObject([
      { visit_date: '2026-01-15', weight_g: 2150, waz: -2.6, feeding_class: 'problem', growth_class: 'poor' },
      { visit_date: '2026-01-18', weight_g: 2200 },
      {
        visit_date: '2026-01-22',
        weight_g: 2320,
        feeding_class: 'effective',
        growth_class: 'adequate',
        mh_result: 'negative',
      },
    ]);
  });

  it('tell whether thoughts of self-harm were told: they are asked again at the next visit', () => {
    const told = enrolled.visit({ on: '2026-01-22', phq1: 1, phq2: 1, phq9: 1, sh_thoughts: true });
    expect(known(told, '2026-01-25')['previous']).toMatchObject([{}, { phq9: 1, sh_thoughts: true }]);
  });

  it('are those before the day, whatever was entered since; the one being corrected does not know itself', () => {
    const life = enrolled.visit({ on: '2026-01-22', as: 'visit' }).visit({ on: '2026-01-29' });
    const dates = (on: string, without?: string) =>
      (known(life, on, without)['previous'] as { visit_date: string }[]).map((visit) => visit.visit_date);
    expect(dates('2026-01-29')).toEqual(['2026-01-15', '2026-01-22']);
    expect(dates('2026-01-22')).toEqual(['2026-01-15']);
    expect(dates('2026-02-05', 'visit')).toEqual(['2026-01-15', '2026-01-29']);
  });

  it('count a screen only when something was measured, and the weight on the hospital’s note', () => {
    const life = keita
      .screened({ on: '2026-01-10' })
      .screened({ on: '2026-01-12', weight_g: 2120 })
      .counterReferred({ on: '2026-02-20', discharged_on: '2026-02-14', weight_g: 2600 })
      .weighed({ on: '2026-02-17', weight_g: 2650 });
    expect((known(life, '2026-03-01')['previous'] as { weight_g: number }[]).map((visit) => visit.weight_g)).toEqual([
      2120, 2600, 2650,
    ]);
  });
});

describe('a child in care', () => {
  it('carries how it was enrolled', () => {
    expect(
      some(
        known(enrolled, '2026-01-22'),
        'enrolled',
        'enrol_date',
        'enrol_weight_g',
        'enrol_waz',
        'enrol_muac_mm',
        'enrol_reason',
        'entry_type',
        'status',
      ),
    ).toEqual({
      enrolled: true,
      enrol_date: '2026-01-15',
      enrol_weight_g: 2150,
      enrol_waz: -2.6,
      enrol_muac_mm: 95,
      enrol_reason: ['waz'],
      entry_type: 'new',
      status: 'active',
    });
  });

  it('has its z-score at enrolment worked out when the findings do not hold it', () => {
    const imported = keita.assessed({ on: '2026-01-15', weight_g: 2150, enrolment_decision: 'enrolled' });
    const waz = mamiAssessor.assess({
      sex: 'F',
      birth_date: '2026-01-05',
      visit_date: '2026-01-15',
      weight_g: 2150,
      oedema: 'none',
    });
    expect(known(imported, '2026-01-22')['enrol_waz']).toBe(waz.value('waz'));
  });

  it('is not enrolled on the day on which it will be', () => {
    expect(known(enrolled, '2026-01-15')['enrolled']).toBe(false);
  });

  it('comes to an agreed day, early or late', () => {
    expect(
      some(
        known(enrolled, '2026-01-24'),
        'planned_date',
        'planned_interval_days',
        'days_since_due',
        'missed_n',
        'days_since_contact',
        'returned_after_default',
      ),
    ).toEqual({
      planned_date: '2026-01-22',
      planned_interval_days: 7,
      days_since_due: 2,
      missed_n: 0,
      days_since_contact: 9,
      returned_after_default: false,
    });
  });

  it('comes back after it was lost by the rule', () => {
    const lost = enrolled.traced('not_found', { on: '2026-02-06', tracing_by: 'visit' });
    expect(
      some(known(lost, '2026-03-10'), 'status', 'returned_after_default', 'tracing_result', 'tracing_date'),
    ).toEqual({
      status: 'default',
      returned_after_default: true,
      tracing_result: 'not_found',
      tracing_date: '2026-02-06',
    });
    expect(Number(known(lost, '2026-03-10')['missed_n'])).toBeGreaterThanOrEqual(2);
  });

  it('that was written off and registered again comes back too', () => {
    const back = enrolled.exits('R4', { on: '2026-03-01' }).returns('return', { on: '2026-04-01' });
    expect(some(known(back, '2026-04-01'), 'status', 'returned_after_default', 'entry_type')).toEqual({
      status: 'active',
      returned_after_default: true,
      entry_type: 'return',
    });
  });

  it('comes back from hospital: the day of discharge is known from whoever wrote it', () => {
    const away = enrolled.transferred('temporary', { on: '2026-01-20' });
    expect(known(away, '2026-01-25')['status']).toBe('inpatient');
    const note = away.counterReferred({ on: '2026-02-03', discharged_on: '2026-02-01' });
    expect(some(known(note, '2026-02-05'), 'inpatient_discharge_date', 'status')).toEqual({
      inpatient_discharge_date: '2026-02-01',
      status: 'active',
    });
    const returned = away.returns('post_inpatient', { on: '2026-02-04' });
    expect(some(known(returned, '2026-02-05'), 'inpatient_discharge_date', 'entry_type')).toEqual({
      inpatient_discharge_date: '2026-02-04',
      entry_type: 'post_inpatient',
    });
  });

  it('that died is known to have died; its review is known once it was held', () => {
    expect(some(known(enrolled.childDies({ on: '2026-02-01' }), '2026-02-02'), 'alive', 'death_date')).toEqual({
      alive: false,
      death_date: '2026-02-01',
    });
    const someDay = enrolled.childDies({ on: '2026-02-01', death_date_precision: 'unknown' });
    expect(known(someDay, '2026-02-02')).toMatchObject({ alive: false });
    expect(known(someDay, '2026-02-02'), 'the day on which it was told').not.toHaveProperty('death_date');
    const reviewed = enrolled.visit({ on: '2026-07-06', visit_type: 'review', reviewed: true });
    expect(some(known(reviewed, '2026-07-08'), 'reviewed', 'review_date')).toEqual({
      reviewed: true,
      review_date: '2026-07-06',
    });
    expect(known(reviewed, '2026-07-06')).not.toHaveProperty('reviewed');
  });
});
