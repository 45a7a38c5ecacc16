/**
 * The entries that one registration makes: the family, its consent, the pregnancy, a birth for each infant (twins share
 * the pregnancy), who cares for the infants when the mother is away or dead, and her death. When a family refuses to be
 * recorded, only the refusal is recorded: no name, no place.
 */
import { isContext, isDate, isList, type Scope, toLocalDate, type Value } from '@denba/decisions/value';
import { addMonths, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import { formKey } from '@denba/records/form-definition';
import { type FormName, forms } from '@denba/records/form-registry';
import type { PersonId, PregnancyId } from '@denba/records/ids';

export type EntryDraft = {
  /** Form and version, for example `birth@4`. */
  readonly form: string;
  readonly subject: PersonId | null;
  readonly occurredOn: LocalDate;
  readonly answers: JsonObject;
};

/** New ids, created by the app. */
export type RegistrationIds = {
  readonly mother: PersonId;
  readonly caregiver: PersonId;
  readonly pregnancy: PregnancyId;
  /** One id for each infant of the form, in order. */
  readonly children: readonly PersonId[];
};

/** `values`: the values of the filled form `registration`, by name; `on`: the day of the registration. */
export const registrationEntries = (values: Scope, ids: RegistrationIds, on: LocalDate): readonly EntryDraft[] => {
  const said = (name: string): JsonValue => json(values[name] ?? null);
  if (values['consent'] === false) return [draft('consent', null, on, { consent_decision: 'refused' })];
  const status = said('mother_status');
  const replaced = status === 'absent' || status === 'dead';
  const infants = infantsIn(values);
  return [
    draft('register-family', null, on, {
      mother: ids.mother,
      ...motherBirth(values, infants, on),
      ...told(values, familyFields),
      ...(replaced ? { caregiver: ids.caregiver, ...told(values, caregiverFields) } : {}),
    }),
    draft('consent', replaced ? ids.caregiver : ids.mother, on, { consent_decision: 'given', consent_scope: ['care'] }),
    ...pregnancyOf(values, ids, on),
    ...infants.map((infant, index) => birthOf(values, infant, index, ids, on)),
    ...(replaced ? infants.flatMap((_, index) => careOf(values, index, ids, on)) : []),
    ...(status === 'dead' ? [deathOf(values, ids, on)] : []),
  ];
};

const familyFields = [
  ...(['mother_name', 'mother_status', 'phone', 'village', 'distance_min', 'chw_id', 'father_name'] as const),
  ...(['father_phone', 'card_code', 'language_spoken', 'referred_from'] as const),
];
const caregiverFields = ['caregiver_name', 'caregiver_relation', 'caregiver_phone'] as const;

type Infant = Readonly<Record<string, Value>>;

const infantsIn = ({ infants = null }: Scope): readonly Infant[] =>
  isList(infants) ? infants.filter((item): item is Infant => isContext(item)) : [];

const MONTHS_PER_YEAR = 12;
const HALF_A_YEAR = 6;

/**
 * When the mother knows only her age at delivery, her birth lies within one year; the middle of it is recorded, so that
 * the age computed for the day of the delivery is the age that she gave.
 */
const motherBirth = (values: Scope, infants: readonly Infant[], on: LocalDate): JsonObject => {
  const exact = dateIn(values['mother_birth_date']);
  if (exact !== null) {
    return {
      mother_birth_date: exact,
      mother_birth_date_precision: json(values['mother_birth_date_precision'] ?? null),
    };
  }
  const age = values['mother_age'];
  if (typeof age !== 'number') return {};
  const delivery = dateIn(infants[0]?.['birth_date']) ?? on;
  return {
    mother_birth_date: addMonths(delivery, -(age * MONTHS_PER_YEAR + HALF_A_YEAR)),
    mother_birth_date_precision: 'year',
  };
};

const pregnancyOf = (values: Scope, { mother, pregnancy }: RegistrationIds, on: LocalDate): readonly EntryDraft[] => {
  const known = told(values, ['gravidity', 'parity']);
  return Object.keys(known).length === 0 ? [] : [draft('pregnancy', mother, on, { pregnancy, ...known })];
};

const DAYS_PER_WEEK = 7;
const counts: Readonly<Record<string, number>> = { single: 1, twins: 2, triplets_plus: 3 };

const birthOf = (
  values: Scope,
  infant: Infant,
  index: number,
  { mother, pregnancy, children }: RegistrationIds,
  on: LocalDate,
): EntryDraft => {
  const [weeks = null, days = null] = [values['ga_weeks'], values['ga_days']];
  const child = children[index];
  if (child === undefined) throw new RangeError(`no name was made for infant ${index + 1}`);
  return draft('birth', child, dateIn(infant['birth_date']) ?? on, {
    mother,
    pregnancy,
    birth_outcome: 'live',
    ...told(infant, ['infant_name', 'sex', 'birth_weight_g', 'born_very_small']),
    bw_source: json(infant['bw_source'] ?? null) ?? 'unknown',
    birth_date_precision: json(infant['dob_precision'] ?? null),
    birth_count: counts[String(values['multiple_birth'])] ?? null,
    birth_order: index + 1,
    ...told(values, ['infants_alive']),
    gestation_category: json(values['gestation_category'] ?? null) ?? 'unknown',
    ...(typeof weeks === 'number'
      ? {
          gestational_age_days: weeks * DAYS_PER_WEEK + (typeof days === 'number' ? days : 0),
          gestational_age_to: typeof days === 'number' ? 'day' : 'week',
        }
      : {}),
    ...told(values, ['ga_method', 'birth_place', 'delivery_mode']),
  });
};

const careOf = (values: Scope, index: number, ids: RegistrationIds, on: LocalDate): readonly EntryDraft[] => {
  const child = ids.children[index];
  if (child === undefined) return [];
  return [
    draft('caregiver-change', child, on, {
      caregiver: ids.caregiver,
      ...told(values, caregiverFields),
      change_reason: values['mother_status'] === 'dead' ? 'mother_dead' : 'mother_absent',
    }),
  ];
};

/**
 * When the day of death is not known, the death is recorded on the day of the registration with precision `unknown`; no
 * date is invented.
 */
const deathOf = (values: Scope, { mother }: RegistrationIds, on: LocalDate): EntryDraft => {
  const day = dateIn(values['mother_death_date']);
  return draft('death', mother, day ?? on, { death_date_precision: day === null ? 'unknown' : 'exact' });
};

const draft = (form: FormName, subject: PersonId | null, occurredOn: LocalDate, answers: JsonObject): EntryDraft => ({
  form: formKey(forms[form]),
  subject,
  occurredOn,
  answers,
});

/** The answers of `names` that were given; unanswered ones are left out. */
const told = (values: Infant | Scope, names: readonly string[]): JsonObject =>
  Object.fromEntries(
    names.flatMap((name): [string, JsonValue][] => {
      const value = json(values[name] ?? null);
      return value === null ? [] : [[name, value]];
    }),
  );

const json = (value: Value): JsonValue => (isDate(value) ? toLocalDate(value) : (value as JsonValue));

const dateIn = (value: Value | undefined): LocalDate | null =>
  value !== undefined && isDate(value) ? toLocalDate(value) : null;
