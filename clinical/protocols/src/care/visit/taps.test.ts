/**
 * A follow-up visit takes at most 40 taps, a registration at most 60 including typing. A robot counts them, and they
 * are printed.
 */

import { localDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { answer, type Filling, openForm, sweep as sweepForm } from '@denba/questionnaires/fill-form';
import { describe, expect, it } from 'vitest';
import { atClinic, keita, mami, mamiEngine, visitOf } from '../../../test/mami.ts';
import { type RobotForm, type Walk, walkForm } from '../../../test/tap-robot.ts';
import { openRegistration } from '../registration/open-registration.ts';
import { answerAndAssess, sweep, type VisitState } from './visit-state.ts';

const visitForm: RobotForm<VisitState> = {
  view: ({ filling }) => filling.view,
  answer: answerAndAssess,
  sweep,
};
const plainForm: RobotForm<Filling> = { view: ({ view }) => view, answer, sweep: sweepForm };

const told = (what: string, { taps, bySection }: Walk<unknown>): void =>
  console.info(`${what}: ${taps} taps (${bySection.map(([section, count]) => `${section} ${count}`).join(', ')})`);

const well: Readonly<Record<string, Input>> = {
  ...{
    mother_unable: false,
    oedema: 'none',
    muac_mm: 124,
    bf_status: 'exclusive',
    bf_24h: 10,
    f8: false,
    f9: ['none'],
  },
  ...{ f12: 7, new_refusal: false, intake_unsafe: false, phq1: 0, phq2: 0, mh_concern: false },
  ...{ vaccination: 'up_to_date', recent_inpatient: false, agreed_actions: ['feeding'] },
};

/** A child who was seen a week ago, when everything was assessed and normal. */
const followed = (ageDays: number, weight: number) =>
  keita
    .assessed({
      age_days: ageDays - 14,
      weight_g: weight - 500,
      enrolment_decision: 'enrolled',
      mother_unable: false,
      findings: { kept: { wlz: 0.1, waz: -1, feeding_class: 'effective', growth_class: 'cannot_judge' } },
    })
    .visit({
      age_days: ageDays - 7,
      weight_g: weight - 250,
      length_cm: 57,
      mother_muac_mm: 255,
      social_support: 'good',
      food_insecurity: 'none',
      violence: 'no',
      mother_status: 'present',
      findings: { kept: { wlz: 0.1, waz: -1, feeding_class: 'effective', growth_class: 'adequate' } },
    });

describe('taps', () => {
  it('a well follow-up visit of an enrolled infant takes at most 40', () => {
    const walk = walkForm(visitForm, visitOf(followed(70, 4900), 'follow-up', '2026-03-16'), {
      ...well,
      weight_g: 4900,
    });
    told('follow-up at ten weeks', walk);
    expect(walk.taps).toBeLessThanOrEqual(40);
    expect(walk.state.filling.view.complete).toBe(true);
    expect(walk.state.assessment.value('missing_core')).toEqual([]);
    expect(walk.state.assessment.value('danger_signs_answered')).toBe(true);
    expect(walk.state.filling.answers.swept).toEqual(['danger_signs', 'feeding_observed', 'illness', 'mother_body']);
  });

  it('under two months the breaths and the temperature are measured too', () => {
    const young = { ...well, weight_g: 3600, resp_rate: 44, temp_c: 36.8 };
    const walk = walkForm(visitForm, visitOf(followed(35, 3600), 'follow-up', '2026-02-09'), young);
    told('follow-up at five weeks', walk);
    expect(walk.taps).toBeLessThanOrEqual(45);
    expect(walk.state.assessment.value('missing_core')).toEqual([]);
  });

  it('life at home is asked of a grandmother as rarely as of a mother', () => {
    const weekAgo = { mother_status: 'dead', social_support: 'good', food_insecurity: 'none', violence: null };
    const life = (told: object) =>
      followed(70, 4900)
        .motherDies({ on: '2026-03-06' })
        .visit({ on: '2026-03-12', bf_status: 'none', ...weekAgo, ...told });
    const asks = (told: object) =>
      visitOf(life(told), 'follow-up', '2026-03-16').filling.view.visible.some(({ path }) => path === 'social');
    expect(asks({ caregiver_violence: 'no' })).toBe(false);
    expect(asks({ caregiver_violence: 'yes' })).toBe(true);
    expect(asks({})).toBe(true);
  });

  it('a registration takes at most 60, the typing included', () => {
    const opening = openRegistration(mami, localDate('2026-03-20'), atClinic);
    const opened = openForm(mamiEngine('registration').form, opening.circumstances, opening.answers);
    const walk = walkForm(plainForm, opened, {
      ...{ consent: true, mother_name: 'Awa Keita', mother_age: 24, phone: '70000000', village: 'Sanankoroba' },
      ...{ father_name: 'Issa Koné', mother_status: 'present', multiple_birth: 'single', birth_place: 'facility' },
      ...{ gestation_category: 'term', 'infants[1].infant_name': 'Fanta', 'infants[1].sex': 'F' },
      ...{ 'infants[1].birth_date': '2026-02-05', 'infants[1].dob_precision': 'exact', 'infants[1].bw_source': 'card' },
      'infants[1].birth_weight_g': 2900,
    });
    told('registration', walk);
    expect(walk.taps).toBeLessThanOrEqual(60);
    expect(walk.state.view.complete).toBe(true);
  });

  it('a rapid screen that finds nothing stays short', () => {
    const walk = walkForm(visitForm, visitOf(keita, 'rapid-screen', '2026-03-20'), {
      ...{ contact_point: 'vaccination', sc1: false, sc2: false, sc3: false, sc4: false, sc5: false, sc7: false },
      ...{ sc8: false, sc9: false, phq1: 0, phq2: 0 },
    });
    told('rapid screen', walk);
    expect(walk.taps).toBeLessThanOrEqual(20);
    expect(walk.state.assessment.value('screen_answered')).toBe(true);
  });
});
