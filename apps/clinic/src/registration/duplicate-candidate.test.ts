import { openRegistration } from '@denba/protocols/care/registration/open-registration';
import { localDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { answer, openForm } from '@denba/questionnaires/fill-form';
import { describe, expect, it } from 'vitest';
import { atClinic, mami, mamiEngine } from '../../../../clinical/protocols/test/mami.ts';
import { duplicateCandidate, isWorthComparing } from './duplicate-candidate.ts';

const today = localDate('2026-03-20');
const candidate = (answers: Readonly<Record<string, Input>>) => {
  const opening = openRegistration(mami, today, atClinic);
  const filled = Object.entries({ consent: true, ...answers }).reduce(
    (filling, [path, input]) => answer(filling, path, input),
    openForm(mamiEngine('registration').form, opening.circumstances, opening.answers),
  );
  return duplicateCandidate(filled.view.values, today);
};

describe('what is compared with the families that are here', () => {
  it('is everything that the form says so far', () => {
    expect(
      candidate({
        mother_name: 'Awa Keita',
        mother_age: 19,
        phone: '70 00 00 00',
        village: 'Kabé',
        father_name: 'Issa',
        mother_status: 'present',
        multiple_birth: 'twins',
        infants_alive: 2,
        'infants[1].infant_name': 'Fanta',
        'infants[1].sex': 'F',
        'infants[1].birth_date': '2026-03-01',
        card_code: 'SB-1',
      }),
    ).toEqual({
      motherName: 'Awa Keita',
      otherNames: ['Issa', 'Fanta'],
      phones: ['70 00 00 00'],
      village: 'Kabé',
      cardCode: 'SB-1',
      motherBirth: { on: '2007-03-20', precision: 'estimated' },
      children: [
        { on: '2026-03-01', sex: 'F' },
        { on: null, sex: null },
      ],
    });
  });

  it('is nothing made up while the form is empty', () => {
    expect(candidate({})).toEqual({
      motherName: null,
      otherNames: [],
      phones: [],
      village: null,
      cardCode: null,
      motherBirth: null,
      children: [],
    });
  });

  it('is looked for from three letters of a name, six digits of a telephone, or a card', () => {
    expect(isWorthComparing(candidate({ mother_name: 'Aw' }))).toBe(false);
    expect(isWorthComparing(candidate({ mother_name: 'Awa' }))).toBe(true);
    expect(isWorthComparing(candidate({ phone: '70 00 0' }))).toBe(false);
    expect(isWorthComparing(candidate({ phone: '70 00 00' }))).toBe(true);
    expect(isWorthComparing(candidate({ card_code: 'SB-1' }))).toBe(true);
    expect(isWorthComparing(candidate({ village: 'Kabé' }))).toBe(false);
  });
});
