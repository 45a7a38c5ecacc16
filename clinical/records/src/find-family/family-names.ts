/**
 * What a family is found again by. A phone makes these rows from its list, a server from its timelines; unknown is
 * `null`, never an empty guess. Texts are as the health worker wrote them.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyId } from '../ids.ts';

export type FamilyNames = {
  readonly family: FamilyId;
  readonly motherName: string | null;
  /** Father, caregiver, children: whoever somebody may name when they look for the family. */
  readonly otherNames: readonly string[];
  readonly phones: readonly string[];
  readonly village: string | null;
  readonly cardCode: string | null;
  /** Of the stays in care of its children. Only a phone searches by them. */
  readonly registerNumbers?: readonly string[];
  readonly motherBirth: MotherBirth | null;
  readonly children: readonly ChildBirth[];
};

/** An age in years is an estimated date: today minus the age. */
export type MotherBirth = { readonly on: LocalDate; readonly precision: 'exact' | 'estimated' };

export type ChildBirth = { readonly on: LocalDate | null; readonly sex: 'M' | 'F' | null };

/** A family about to be created, or one (with its `family`) that is asked whether it has a double. */
export type FamilyCandidate = Omit<FamilyNames, 'family'> & { readonly family?: FamilyId };
