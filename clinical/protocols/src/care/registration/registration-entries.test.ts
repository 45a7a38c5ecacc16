import { localDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { answer, openForm } from '@denba/questionnaires/fill-form';
import { readForm } from '@denba/records/form-registry';
import { personId, pregnancyId } from '@denba/records/ids';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { atClinic, mami, mamiEngine, mamiRules } from '../../../test/mami.ts';
import { knownInputs } from '../visit/known-inputs.ts';
import { openRegistration } from './open-registration.ts';
import { registrationEntries } from './registration-entries.ts';

const on = localDate('2026-03-20');
const ids = {
  mother: personId('m'),
  caregiver: personId('c'),
  pregnancy: pregnancyId('p'),
  children: [personId('i1'), personId('i2')],
};

const fill = (answers: Readonly<Record<string, Input>>) => {
  const opening = openRegistration(mami, on, atClinic);
  return Object.entries(answers).reduce(
    (filling, [path, input]) => answer(filling, path, input),
    openForm(mamiEngine('registration').form, opening.circumstances, opening.answers),
  );
};

const essentials: Readonly<Record<string, Input>> = {
  consent: true,
  mother_name: 'Awa Keita',
  mother_age: 19,
  phone: '70 00 00 00',
  village: 'Sanankoroba',
  father_name: 'Issa Koné',
  mother_status: 'present',
  multiple_birth: 'single',
  birth_place: 'facility',
  gestation_category: 'term',
  'infants[1].infant_name': 'Fanta',
  'infants[1].sex': 'F',
  'infants[1].birth_date': '2026-01-05',
  'infants[1].dob_precision': 'exact',
  'infants[1].bw_source': 'card',
  'infants[1].birth_weight_g': 2100,
};

const entries = (answers: Readonly<Record<string, Input>>) => registrationEntries(fill(answers).view.values, ids, on);
const ofForm = (made: ReturnType<typeof entries>, name: string) =>
  made.filter(({ form }) => form.startsWith(`${name}@`));

describe('the registration of a family', () => {
  it('is complete with what is essential', () => {
    expect(fill(essentials).view).toMatchObject({ complete: true, blocking: [] });
  });

  it('makes a family, its consent and a birth, each as the record may write it', () => {
    const made = entries(essentials);
    expect(made.map(({ form, subject, occurredOn }) => [form, subject, occurredOn])).toEqual([
      ['register-family@2', null, '2026-03-20'],
      ['consent@1', 'm', '2026-03-20'],
      ['birth@4', 'i1', '2026-01-05'],
    ]);
    for (const { form, answers } of made) expect(readForm(form, answers, 'writing')).toHaveProperty('answers');
    expect(made[0]?.answers).toMatchObject({ mother: 'm', mother_name: 'Awa Keita', father_name: 'Issa Koné' });
    expect(made[2]?.answers).toMatchObject({
      mother: 'm',
      pregnancy: 'p',
      birth_weight_g: 2100,
      bw_source: 'card',
      birth_count: 1,
      birth_order: 1,
      gestation_category: 'term',
    });
  });

  it('keeps the age that the mother said, at the birth and in every visit after', () => {
    const life = entries(essentials).reduce(
      (lived, { form, subject, occurredOn, answers }) => lived.saves(form, subject, answers, { on: occurredOn }),
      family('keita', { on }),
    );
    const known = knownInputs(timelineOf(life), personId('i1'), localDate('2026-06-20'), mamiRules);
    expect(known).toMatchObject({
      mother_age: 19,
      sex: 'F',
      birth_weight_g: 2100,
      born_early: false,
      mother_status: 'present',
    });
  });

  it('gives twins one pregnancy, and counts a twin who did not live without recording a child', () => {
    const twins = {
      ...essentials,
      multiple_birth: 'twins',
      infants_alive: 2,
      'infants[2].sex': 'M',
      'infants[2].birth_date': '2026-01-05',
      'infants[2].dob_precision': 'exact',
      'infants[2].bw_source': 'unknown',
      'infants[2].born_very_small': true,
    };
    const births = ofForm(entries(twins), 'birth');
    expect(
      births.map(({ subject, answers }) => [
        subject,
        answers['pregnancy'],
        answers['birth_count'],
        answers['birth_order'],
      ]),
    ).toEqual([
      ['i1', 'p', 2, 1],
      ['i2', 'p', 2, 2],
    ]);
    expect(births[1]?.answers).toMatchObject({ bw_source: 'unknown', born_very_small: true });
    const alone = ofForm(entries({ ...twins, infants_alive: 1 }), 'birth');
    expect(alone.map(({ answers }) => [answers['birth_count'], answers['infants_alive']])).toEqual([[2, 1]]);
    expect(ofForm(entries(essentials), 'birth')[0]?.answers, 'nobody was asked').not.toHaveProperty('infants_alive');
  });

  it('records an orphan: who cares for the infant, and the mother’s death, without a day when nobody knows it', () => {
    const orphan = {
      ...essentials,
      mother_status: 'dead',
      caregiver_name: 'Sira Keita',
      caregiver_relation: 'grandmother',
    };
    const made = entries(orphan);
    expect(ofForm(made, 'consent')[0]?.subject).toBe('c');
    expect(ofForm(made, 'caregiver-change')).toMatchObject([
      { subject: 'i1', answers: { caregiver: 'c', caregiver_name: 'Sira Keita', change_reason: 'mother_dead' } },
    ]);
    expect(ofForm(made, 'death')).toMatchObject([
      { subject: 'm', occurredOn: '2026-03-20', answers: { death_date_precision: 'unknown' } },
    ]);
    const dated = ofForm(entries({ ...orphan, mother_death_date: '2026-01-07' }), 'death');
    expect(dated).toMatchObject([{ occurredOn: '2026-01-07', answers: { death_date_precision: 'exact' } }]);
    for (const { form, answers } of made) expect(readForm(form, answers, 'writing')).toHaveProperty('answers');
  });

  it('says that the mother is away without saying that she died', () => {
    const made = entries({
      ...essentials,
      mother_status: 'absent',
      caregiver_name: 'Sira',
      caregiver_relation: 'aunt',
    });
    expect(ofForm(made, 'caregiver-change')[0]?.answers['change_reason']).toBe('mother_absent');
    expect(ofForm(made, 'death')).toEqual([]);
  });

  it('keeps more details when there are some: weeks and days, a known date of birth, pregnancies', () => {
    const made = entries({
      ...essentials,
      ga_weeks: 35,
      ga_days: 3,
      gestation_category: 'preterm',
      mother_birth_date: '2005-06-15',
      mother_birth_date_precision: 'exact',
      gravidity: 3,
      parity: 2,
      card_code: 'SB-0412',
    });
    expect(ofForm(made, 'birth')[0]?.answers).toMatchObject({ gestational_age_days: 248, gestational_age_to: 'day' });
    expect(made[0]?.answers).toMatchObject({
      mother_birth_date: '2005-06-15',
      mother_birth_date_precision: 'exact',
      card_code: 'SB-0412',
    });
    expect(ofForm(made, 'pregnancy')).toMatchObject([
      { subject: 'm', answers: { pregnancy: 'p', gravidity: 3, parity: 2 } },
    ]);
  });
});

describe('a family that says no', () => {
  it('leaves nothing but the refusal, whatever was typed before', () => {
    const refused = registrationEntries(fill({ ...essentials, consent: false }).view.values, ids, on);
    expect(refused).toEqual([
      { form: 'consent@1', subject: null, occurredOn: '2026-03-20', answers: { consent_decision: 'refused' } },
    ]);
    expect(JSON.stringify(refused)).not.toMatch(/Keita|Sanankoroba|70 00/);
  });

  it('is asked nothing more', () => {
    const { view } = fill({ consent: false });
    expect(view.complete).toBe(true);
    expect(view.questions.map(({ path }) => path)).toEqual(['visit_date', 'facility_id', 'site_level', 'consent']);
  });
});
