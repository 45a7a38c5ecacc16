/**
 * What a family can be found by. A phone makes these rows from its list, a server from its timelines. Unknown is
 * `null`, never a guess. Texts are as the health worker wrote them.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyId } from '../ids.ts';

export type FamilyNames = {
  readonly family: FamilyId;
  readonly motherName: string | null;
  /** Father, caregiver and children: anyone who may be named when somebody looks for the family. */
  readonly otherNames: readonly string[];
  readonly phones: readonly string[];
  readonly village: string | null;
  readonly cardCode: string | null;
  /** Of the stays in care of its children. Only a phone searches by them. */
  readonly registerNumbers?: readonly string[];
  readonly motherBirth: MotherBirth | null;
  readonly children: readonly ChildBirth[];
};

/** The mother's birth date. `estimated`: derived from an age or from a year, not known to the day. */
export type MotherBirth = { readonly on: LocalDate; readonly precision: 'exact' | 'estimated' };

export type ChildBirth = { readonly on: LocalDate | null; readonly sex: 'M' | 'F' | null };

/** A family about to be created, or an existing one (with `family`) that is checked for duplicates. */
export type FamilyCandidate = Omit<FamilyNames, 'family'> & { readonly family?: FamilyId };
