import type { RegisterRow } from '@denba/protocols/care/lists/register-row';
import { localDate } from '@denba/quantities/local-date';
import { familyId, personId } from '@denba/records/ids';
import { describe, expect, it } from 'vitest';
import { everyLine, filterRegister, registerChoices } from './register-filter.ts';

const line = (number: string, over: Partial<RegisterRow> = {}): RegisterRow => ({
  family: familyId(`family-${number}`),
  child: personId(`child-${number}`),
  number,
  enrolledOn: localDate('2026-03-10'),
  childName: 'Fanta',
  sex: 'F',
  motherName: 'Awa',
  village: 'Kati',
  phone: null,
  ageDaysAtEnrolment: 20,
  reasons: [],
  entryType: 'new',
  enrolWeightG: 2500,
  lastWeightG: 3000,
  lastClass: { code: 'moderate', floor: false, on: localDate('2026-03-10') },
  visits: 1,
  status: 'active',
  exitCode: null,
  exitedOn: null,
  ...over,
});

const lines = [
  line('001'),
  line('002', { status: 'exited', exitCode: 'R1', village: 'Kita' }),
  line('003', { status: 'inpatient', enrolledOn: localDate('2026-04-01'), lastClass: null }),
];
const late = new Set([personId('child-001'), personId('child-002')]);
const numbers = (filter: Partial<typeof everyLine>) =>
  filterRegister(lines, { ...everyLine, ...filter }, late).map(({ number }) => number);

describe('the register', () => {
  it('shows every line when nothing is asked', () => expect(numbers({})).toEqual(['001', '002', '003']));
  it('counts a child in hospital as in care', () => expect(numbers({ situation: 'inCare' })).toEqual(['001', '003']));
  it('finds who is late among those in care', () => expect(numbers({ situation: 'late' })).toEqual(['001']));
  it('finds who left, and how', () => {
    expect(numbers({ situation: 'exited' })).toEqual(['002']);
    expect(numbers({ outcome: 'R2' })).toEqual([]);
  });
  it('finds a month of enrolment, a village, a class', () => {
    expect(numbers({ enrolledIn: '2026-04' })).toEqual(['003']);
    expect(numbers({ village: 'Kita' })).toEqual(['002']);
    expect(numbers({ classCode: 'moderate' })).toEqual(['001', '002']);
  });
  it('offers what occurs in it', () => {
    expect(registerChoices(lines)).toEqual({
      months: ['2026-04', '2026-03'],
      villages: ['Kati', 'Kita'],
      outcomes: ['R1'],
      classes: ['moderate'],
    });
  });
});
