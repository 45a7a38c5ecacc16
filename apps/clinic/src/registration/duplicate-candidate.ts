/** The family being registered, as far as it is entered, in the form that the search for duplicates compares. */
import { entryOf, isContext, isDate, isList, type Scope, toLocalDate, type Value } from '@denba/decisions/value';
import { addMonths, type LocalDate } from '@denba/quantities/local-date';
import type { ChildBirth, FamilyCandidate, MotherBirth } from '@denba/records/find-family/family-names';

const MONTHS_PER_YEAR = 12;

/** `values`: the values of the registration form so far, by name; its children under `infants`. */
export const duplicateCandidate = (values: Scope, today: LocalDate): FamilyCandidate => {
  const children = childrenOf(values['infants'] ?? null);
  const names = ['father_name', 'caregiver_name'].map((name) => textOf(values[name] ?? null));
  const phones = ['phone', 'father_phone', 'caregiver_phone'].map((name) => textOf(values[name] ?? null));
  return {
    motherName: textOf(values['mother_name'] ?? null),
    otherNames: [...names, ...children.map(({ name }) => name)].filter((name) => name !== null),
    phones: phones.filter((phone) => phone !== null),
    village: textOf(values['village'] ?? null),
    cardCode: textOf(values['card_code'] ?? null),
    motherBirth: motherBirthOf(values, today),
    children: children.map(({ birth }) => birth),
  };
};

/** The least number of letters: a name of two letters resembles half of all names, so nothing is searched for yet. */
const FEWEST_LETTERS = 3;
const FEWEST_DIGITS = 6;

export const isWorthComparing = ({ motherName, phones, cardCode }: FamilyCandidate): boolean =>
  (motherName ?? '').replace(/\P{L}/gu, '').length >= FEWEST_LETTERS ||
  phones.some((phone) => phone.replace(/\D/g, '').length >= FEWEST_DIGITS) ||
  cardCode !== null;

const motherBirthOf = (values: Scope, today: LocalDate): MotherBirth | null => {
  const on = dateOf(values['mother_birth_date'] ?? null);
  if (on !== null) return { on, precision: values['mother_birth_date_precision'] === 'exact' ? 'exact' : 'estimated' };
  const years = values['mother_age'] ?? null;
  if (typeof years !== 'number') return null;
  return { on: addMonths(today, -Math.round(years) * MONTHS_PER_YEAR), precision: 'estimated' };
};

const childrenOf = (infants: Value): readonly { readonly name: string | null; readonly birth: ChildBirth }[] =>
  (isList(infants) ? infants : []).flatMap((infant) => {
    if (!isContext(infant)) return [];
    const sex = entryOf(infant as never, 'sex');
    return [
      {
        name: textOf(entryOf(infant as never, 'infant_name')),
        birth: { on: dateOf(entryOf(infant as never, 'birth_date')), sex: sex === 'M' || sex === 'F' ? sex : null },
      },
    ];
  });

const textOf = (value: Value): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

const dateOf = (value: Value): LocalDate | null => (isDate(value) ? toLocalDate(value) : null);
