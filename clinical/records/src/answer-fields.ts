/**
 * The fields that forms are made of. Every field may be absent: absent and `null` both read as `null`, which is
 * *unknown*, never *no* and never zero.
 *
 * No clinical limits here: the record keeps what was entered, plausible or not; limits are content of the protocols
 * (`data-elements.csv`), which warn before saving and flag afterwards.
 */
import { type LocalDate, parseLocalDate } from '@denba/quantities/local-date';
import * as v from 'valibot';
import { type FacilityId, isId, type PersonId, type PregnancyId } from './ids.ts';

declare const brand: unique symbol;
/**
 * A code that is not in the lists of this version (written by a newer app or a national overlay). It is kept unchanged.
 */
export type UnknownCode = string & { readonly [brand]: true };
/** Either a code of this version's list or an unknown one. A `switch` over it must handle the unknown case. */
export type Coded<Known extends string> = Known | UnknownCode;

/**
 * How strictly coded values are read. `reading` keeps unknown codes, so that an old app does not lose what a newer app
 * wrote; `writing` refuses them, because an app may only enter codes of its own lists.
 */
export type Strictness = 'reading' | 'writing';

type Field<T> = v.GenericSchema<unknown, T>;
const optional = <T>(schema: v.GenericSchema<unknown, T>): Field<T | null> => v.optional(v.nullable(schema), null);

const text = v.string();
const localDate = v.pipe(
  v.string(),
  v.check((value) => parseLocalDate(value).ok, 'notADate'),
  v.transform((value) => value as LocalDate),
);
const id = v.pipe(v.string(), v.check(isId, 'notAnId'));
const finite = v.pipe(v.number(), v.finite('wrongType|number'));
const whole = v.pipe(v.number(), v.integer('notAWholeNumber'));

export const textField: Field<string | null> = optional(text);
export const dateField: Field<LocalDate | null> = optional(localDate);
export const flagField: Field<boolean | null> = optional(v.boolean());
/** A finite number that is zero or positive, for example a measurement. `null` when unknown. */
export const numberField: Field<number | null> = optional(v.pipe(finite, v.minValue(0, 'negative')));
export const countField: Field<number | null> = optional(v.pipe(whole, v.minValue(0, 'negative')));
export const facilityField: Field<FacilityId | null> = optional(
  v.pipe(
    id,
    v.transform((value) => value as FacilityId),
  ),
);
export const personField: Field<PersonId | null> = optional(
  v.pipe(
    id,
    v.transform((value) => value as PersonId),
  ),
);
export const pregnancyField: Field<PregnancyId | null> = optional(
  v.pipe(
    id,
    v.transform((value) => value as PregnancyId),
  ),
);

/** The id of a person, required: without it the form has no meaning. */
export const requiredPerson: Field<PersonId> = v.pipe(
  id,
  v.transform((value) => value as PersonId),
);
export const requiredPregnancy: Field<PregnancyId> = v.pipe(
  id,
  v.transform((value) => value as PregnancyId),
);
export const requiredId: Field<string> = id;
export const requiredText: Field<string> = v.pipe(
  v.string(),
  v.check((value) => value.trim() !== '', 'empty'),
);

/** A list of texts or names. `null` when the question was not answered; `[]` when the answer is "none". */
export const textsField: Field<readonly string[] | null> = optional(v.array(text));

export const codeField = <const Known extends string>(
  strictness: Strictness,
  known: readonly Known[],
): Field<Coded<Known> | null> => optional(code(strictness, known));

export const requiredCode = <const Known extends string>(
  strictness: Strictness,
  known: readonly Known[],
): Field<Coded<Known>> => code(strictness, known);

/** A multiple-choice answer. `null` when the question was not asked; `[]` when it was asked and nothing was chosen. */
export const codesField = <const Known extends string>(
  strictness: Strictness,
  known: readonly Known[],
): Field<readonly Coded<Known>[] | null> => optional(v.array(code(strictness, known)));

const code = <Known extends string>(strictness: Strictness, known: readonly Known[]): Field<Coded<Known>> =>
  v.pipe(
    v.string(),
    v.check(
      (value) => strictness === 'reading' || known.some((item) => item === value),
      `unknownCode|${known.join(', ')}`,
    ),
    v.transform((value) => value as Coded<Known>),
  );
