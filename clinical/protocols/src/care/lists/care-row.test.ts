import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { keita, mamiRules as rules } from '../../../test/mami.ts';
import { careRow } from './care-row.ts';
import { dueToday } from './due-today.ts';
import { registerRows } from './register-row.ts';

const row = (life: typeof keita) => careRow(timelineOf(life), rules);

describe('a family in the list', () => {
  it('is found by its names, its phone, its village, its card', () => {
    const life = family('traore')
      .mother({ mother_name: 'Kadidia Traoré', father_name: 'Issa Koné', card_code: 'SB-0412', phone: '76 11 22 33' })
      .bears({ on: '2026-01-05', infant_name: 'Oumar', sex: 'M' });
    expect(row(life)).toMatchObject({
      mother: { name: 'Kadidia Traoré', birthYear: 1999, dead: false },
      father: 'Issa Koné',
      caregiver: null,
      phone: '76 11 22 33',
      village: 'Sanankoroba',
      cardCode: 'SB-0412',
      problems: 0,
      children: [{ name: 'Oumar', sex: 'M', birthDate: '2026-01-05', care: null, lastClass: null, seenOn: null }],
    });
  });

  it('is reached through whoever cares for the child, or through the father, when the mother has no phone', () => {
    const orphan = family('diarra')
      .mother({ phone: null, father_phone: '66 00 00 00' })
      .bears({ on: '2026-01-05' })
      .motherDies({ on: '2026-01-08' });
    expect(row(orphan)).toMatchObject({ phone: '66 00 00 00', mother: { dead: true } });
    const cared = orphan.caregiver('aunt', {
      on: '2026-01-09',
      caregiver_name: 'Sira',
      caregiver_phone: '77 00 00 00',
    });
    expect(row(cared)).toMatchObject({ caregiver: 'Sira', phone: '77 00 00 00' });
  });

  it('has the class that was acted on, and says when it is only a floor', () => {
    const seen = keita.assessed({
      on: '2026-01-15',
      findings: { pairClass: 'moderate', headline: { floor: true } },
    });
    expect(row(seen).children[0]?.lastClass).toEqual({ code: 'moderate', floor: true, on: '2026-01-15' });
    const raised = seen.visit({
      on: '2026-01-22',
      findings: { pairClass: 'low', headline: { floor: false }, override: { chosen: 'high', workingClass: 'high' } },
    });
    expect(row(raised).children[0]?.lastClass).toEqual({ code: 'high', floor: false, on: '2026-01-22' });
  });

  it('leaves out a stillborn child, and keeps one that died', () => {
    const twins = family('a')
      .mother()
      .bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05', birth_outcome: 'stillbirth' })
      .childDies({ child: 'a-child-1', on: '2026-01-20' });
    expect(row(twins).children.map(({ id, diedOn }) => [id, diedOn])).toEqual([['a-child-1', '2026-01-20']]);
  });

  it('says of a child whose day of death nobody knows that it is the day on which it was told', () => {
    const died = (death_date_precision: string) =>
      row(family('a').mother().bears({ on: '2026-01-05' }).childDies({ on: '2026-01-20', death_date_precision }))
        .children[0];
    expect(died('unknown')).toMatchObject({ diedOn: '2026-01-20', diedSomeDay: true });
    expect(died('estimated')).not.toHaveProperty('diedSomeDay');
  });

  it('shows nothing made up for a family of which nothing is known', () => {
    expect(row(family('b').weighed({ on: '2026-02-01' }))).toMatchObject({
      mother: { id: null, name: null, birthYear: null },
      phone: null,
      children: [{ birthDate: null, sixMonthsOn: null, seenOn: '2026-02-01' }],
    });
  });
});

describe('today', () => {
  const enrolledAs = (name: string, next: string) =>
    family(name)
      .mother({ mother_name: name })
      .bears({ on: '2026-01-05' })
      .assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: next });
  const today = localDate('2026-02-10');

  it('lists who is expected, late, missing, home from hospital, due for review, waiting for assessment', () => {
    const lives = [
      enrolledAs('expected', '2026-02-10'),
      enrolledAs('late', '2026-02-07'),
      enrolledAs('missed-once', '2026-01-29'),
      enrolledAs('missed-twice', '2026-01-22'),
      enrolledAs('quiet', '2026-02-20'),
      enrolledAs('home', '2026-01-22')
        .transferred('temporary', { on: '2026-01-18' })
        .counterReferred({ on: '2026-02-09', discharged_on: '2026-02-08' }),
      enrolledAs('away', '2026-01-22').transferred('temporary', { on: '2026-01-18' }),
      family('screened').mother().bears({ on: '2026-01-05' }).screened({ on: '2026-02-01', screen_result: 'positive' }),
    ];
    const lists = dueToday(lives.map(row), rules, today);
    const names = Object.fromEntries(
      Object.entries(lists).map(([list, due]) => [list, due.map(({ row: { family: id } }) => id)]),
    );
    expect(names).toEqual({
      expected: ['expected'],
      awaited: [],
      late: ['late'],
      toTrace: ['missed-twice', 'missed-once'],
      backFromHospital: ['home'],
      inHospital: ['away'],
      reviewDue: [],
      screened: ['screened'],
      toRefer: [],
    });
  });

  it('has a list for every kind of status that asks for something', () => {
    const half = localDate('2026-07-05');
    expect(dueToday([row(enrolledAs('old', '2026-07-01'))], rules, half).reviewDue).toHaveLength(1);
  });
});

describe('the register', () => {
  it('has one numbered line for each stay, in the order of enrolment', () => {
    const second = family('b', { device: fakeDevice('c0ffee11-2233') })
      .mother()
      .bears({ on: '2026-01-05' })
      .assessed({ on: '2026-01-20', weight_g: 3000, enrolment_decision: 'enrolled', enrol_reason: ['waz'] })
      .visit({ on: '2026-02-20', weight_g: 3900 })
      .exits('R1', { on: '2026-07-10' });
    const first = keita.assessed({ on: '2026-01-15', enrolment_decision: 'enrolled' });
    const seq = ({ entries }: FamilyLife) =>
      entries
        .findLast(({ form }) => form.startsWith('mami-assessment'))
        ?.seq.toString()
        .padStart(4, '0');
    const lines = registerRows([second, first, family('c').mother().bears({ on: '2026-01-05' })].map(row));
    expect(lines).toMatchObject([
      {
        number: `2026-TABLET-${seq(first)}`,
        family: 'keita',
        enrolledOn: '2026-01-15',
        ageDaysAtEnrolment: 10,
        status: 'active',
      },
      {
        number: `2026-C0FFEE-${seq(second)}`,
        family: 'b',
        reasons: ['waz'],
        enrolWeightG: 3000,
        lastWeightG: 3900,
        visits: 2,
        status: 'exited',
        exitCode: 'R1',
        exitedOn: '2026-07-10',
      },
    ]);
  });

  const born = (name: string, device: string) =>
    family(name, { device: fakeDevice(device) })
      .mother()
      .bears({ on: '2026-01-05' });
  const enrols = (life: FamilyLife, on: string) =>
    life.assessed({ on, enrolment_decision: 'enrolled', as: 'enrolment' });
  const numberOf = (...lives: readonly FamilyLife[]) =>
    Object.fromEntries(registerRows(lives.map(row)).map(({ family: whose, number }) => [whose, number]));

  it('keeps the number of a stay whatever is enrolled, merged or corrected afterwards', () => {
    const awa = enrols(born('awa', 'a1b2c3d4-0000'), '2026-02-10');
    const { awa: given } = numberOf(awa);
    const earlier = enrols(born('sira', '99aa00bb-0000'), '2026-01-20');
    expect(numberOf(awa, earlier)['awa'], 'another phone enrolled before').toBe(given);
    const { id: corrects } = awa.entry('enrolment');
    const redated = awa.saves('correction@1', null, { corrects, occurred_on: '2025-12-30', reason: 'wrong day' });
    expect(numberOf(redated)['awa']).toBe(given);
    const back = awa.exits('R4', { on: '2026-04-01' }).returns('return', { on: '2026-05-01' });
    expect(numberOf(back)['awa'], 'a return after default goes on with the stay').toBe(given);
  });

  it('never gives one number twice, whichever phones enrol without network', () => {
    const twins = family('twins', { device: fakeDevice('a1b2c3d4-0000') })
      .mother()
      .pregnant()
      .bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' })
      .assessed({ on: '2026-02-10', child: 'twins-child-1', enrolment_decision: 'enrolled' })
      .assessed({ on: '2026-02-10', child: 'twins-child-2', enrolment_decision: 'enrolled' });
    const other = enrols(born('sira', '99aa00bb-0000'), '2026-02-10');
    const numbers = registerRows([twins, other].map(row)).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(3);
    expect(numbers).toEqual(expect.arrayContaining([expect.stringMatching(/^2026-99AA00-\d{4}$/)]));
  });
});
