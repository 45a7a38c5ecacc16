/** The form that must be filled before two records are merged, its problems, and the warnings against the merge. */
import type { FamilyId, PersonId } from '@denba/records/ids';
import type { Child, Person, Timeline } from '@denba/records/timeline/timeline';
import type { Merge, SamePerson } from './merge-drafts.ts';

export type MergeForm = {
  /** The other record; `null` until it is chosen. */
  readonly other: FamilyId | null;
  readonly sameMother: boolean | null;
  /** For each child of the other record: the child of this record that it is, or that it is another child. */
  readonly children: Readonly<Record<string, PersonId | typeof anotherChild>>;
  readonly reason: string;
};

export const anotherChild = 'another' as const;

export const emptyMerge: MergeForm = { other: null, sameMother: null, children: {}, reason: '' };

export const motherOf = ({ persons, children }: Timeline): Person | null => {
  const mothers = persons.filter(({ roles }) => roles.includes('mother'));
  return mothers.find(({ id }) => children.some(({ mother }) => mother === id)) ?? mothers[0] ?? null;
};

export type MergeProblem = 'mother' | 'children' | 'twice' | 'reason';

/** The first question that is still open, in page order; `null` when the merge can be saved. */
export const mergeProblem = (form: MergeForm, keep: Timeline, other: Timeline): MergeProblem | null => {
  const bothHaveMothers = motherOf(keep) !== null && motherOf(other) !== null;
  if (bothHaveMothers && form.sameMother === null) return 'mother';
  if (asksForChildren(keep, other) && other.children.some(({ id }) => form.children[id] === undefined))
    return 'children';
  const matched = sameChildren(form, keep, other).map(({ keep: kept }) => kept);
  if (new Set(matched).size < matched.length) return 'twice';
  return form.reason.trim() === '' ? 'reason' : null;
};

/** When one record has no children, there is nothing to match. */
export const asksForChildren = (keep: Timeline, other: Timeline): boolean =>
  keep.children.length > 0 && other.children.length > 0;

export const mergeOf = (form: MergeForm, keep: Timeline, other: Timeline): Merge => {
  const [mother, otherMother] = [motherOf(keep), motherOf(other)];
  const mothers: readonly SamePerson[] =
    form.sameMother === true && mother !== null && otherMother !== null && mother.id !== otherMother.id
      ? [{ keep: mother.id, duplicate: otherMother.id }]
      : [];
  return {
    keep: keep.family,
    duplicate: other.family,
    persons: [...mothers, ...sameChildren(form, keep, other)],
    reason: form.reason,
  };
};

const sameChildren = (form: MergeForm, keep: Timeline, other: Timeline): readonly SamePerson[] =>
  other.children.flatMap(({ id }) => {
    const kept = keep.children.find((child) => child.id === form.children[id]);
    return kept === undefined || kept.id === id ? [] : [{ keep: kept.id, duplicate: id }];
  });

export type MergeWarning =
  | { readonly kind: 'otherMother' }
  /**
   * The person is dead in only one of the records. After the merge she or the child counts as dead, and nothing is
   * asked about a dead child any more.
   */
  | { readonly kind: 'oneDied'; readonly person: PersonId }
  | { readonly kind: 'bothInCare' | 'otherSex' | 'otherBirthDate'; readonly child: PersonId };

/** No warning prevents the merge, because the worker knows the family. */
export const mergeWarnings = (form: MergeForm, keep: Timeline, other: Timeline): readonly MergeWarning[] => [
  ...(form.sameMother === false ? [{ kind: 'otherMother' } as const] : []),
  ...mergeOf(form, keep, other).persons.flatMap(({ keep: kept, duplicate }) =>
    died(keep, kept) === died(other, duplicate) ? [] : [{ kind: 'oneDied', person: duplicate } as const],
  ),
  ...sameChildren(form, keep, other).flatMap(({ keep: kept, duplicate }): MergeWarning[] => {
    const [one, two] = [childIn(keep, kept), childIn(other, duplicate)];
    return [
      ...(differ(one?.sex, two?.sex) ? [{ kind: 'otherSex', child: duplicate } as const] : []),
      ...(differ(one?.birthDate, two?.birthDate) ? [{ kind: 'otherBirthDate', child: duplicate } as const] : []),
      ...(inCare(keep, kept) && inCare(other, duplicate) ? [{ kind: 'bothInCare', child: duplicate } as const] : []),
    ];
  }),
];

const childIn = ({ children }: Timeline, id: PersonId): Child | undefined => children.find((child) => child.id === id);

const died = ({ persons }: Timeline, id: PersonId): boolean =>
  persons.some((person) => person.id === id && person.died !== null);

const differ = (one: string | null | undefined, two: string | null | undefined): boolean =>
  one != null && two != null && one !== two;

const inCare = ({ episodes }: Timeline, child: PersonId): boolean =>
  episodes.some((episode) => episode.child === child && episode.status !== 'exited');
