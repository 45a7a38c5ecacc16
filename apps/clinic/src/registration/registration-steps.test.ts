import { openRegistration } from '@denba/protocols/care/registration/open-registration';
import { localDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { answer, openForm } from '@denba/questionnaires/fill-form';
import { describe, expect, it } from 'vitest';
import { atClinic, mami, mamiEngine } from '../../../../clinical/protocols/test/mami.ts';
import { sectionsOf } from '../shell/form/section-list.ts';
import { birthSteps, knownOfFamily } from './birth-steps.ts';
import { missingIn, registrationSteps, stepOf, stepsToCome } from './registration-steps.ts';

const { form } = mamiEngine('registration');
const opening = openRegistration(mami, localDate('2026-03-20'), atClinic);
const filled = (answers: Readonly<Record<string, Input>>, from = opening.answers) =>
  Object.entries(answers).reduce(
    (filling, [path, input]) => answer(filling, path, input),
    openForm(form, opening.circumstances, from),
  ).view;
const paths = (answers: Readonly<Record<string, Input>>) => {
  const view = filled(answers);
  return registrationSteps(sectionsOf(view), view).map(({ path, extra }) => (extra ? `(${path})` : path));
};

describe('the steps of a registration', () => {
  it('begin with the agreement alone, and say that more will come', () => {
    expect(paths({})).toEqual(['agreement']);
    expect(stepsToCome(form.form, filled({}))).toBe(3);
  });

  it('go on with the mother, the birth and each infant; further details are extra and last', () => {
    expect(paths({ consent: true })).toEqual(['agreement', 'mother_identity', 'birth', '(details)']);
    expect(stepsToCome(form.form, filled({ consent: true }))).toBe(1);
    const twins = { consent: true, multiple_birth: 'twins', infants_alive: 2 };
    expect(paths(twins)).toEqual(['agreement', 'mother_identity', 'birth', 'infants[1]', 'infants[2]', '(details)']);
    expect(stepsToCome(form.form, filled(twins))).toBe(0);
  });

  it('number infants only among several', () => {
    const positions = (answers: Readonly<Record<string, Input>>) => {
      const view = filled({ consent: true, ...answers });
      return registrationSteps(sectionsOf(view), view).map(({ position }) => position);
    };
    expect(positions({ multiple_birth: 'single' })).toEqual([null, null, null, null, null]);
    expect(positions({ multiple_birth: 'twins', infants_alive: 2 })).toEqual([null, null, null, 1, 2, null]);
  });

  it('end with a refusal', () => {
    expect(paths({ consent: false })).toEqual(['agreement']);
    expect(stepsToCome(form.form, filled({ consent: false }))).toBe(0);
  });

  it('say what is missing, in the order of the form', () => {
    const view = filled({ consent: true, mother_name: 'Awa', mother_age: 200 });
    const steps = registrationSteps(sectionsOf(view), view);
    const mother = steps[stepOf(steps, 'mother_identity')];
    expect(mother && missingIn(mother, view).map(({ path }) => path)).toEqual(['mother_age', 'mother_status']);
    expect(stepOf(steps, 'gone')).toBe(0);
  });
});

describe('a birth in a family that is here', () => {
  it('asks about the birth and the infant, and not about the family again', () => {
    const mother = { id: null, name: 'Awa', birthYear: 2000, dead: false };
    const view = filled({ multiple_birth: 'single' }, knownOfFamily({ mother }, opening.answers));
    expect(birthSteps(sectionsOf(view), view).map(({ path }) => path)).toEqual(['birth', 'infants[1]']);
  });
});
