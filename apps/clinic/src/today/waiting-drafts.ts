/** The half-filled forms on this phone, found by the keys of their drafts (`visit follow-up FAMILY CHILD`). */
import { type FamilyId, familyId, isId, type PersonId, personId } from '@denba/records/ids';
import type { Leaving, Route, VisitForm } from '../shell/route.ts';

export type WaitingDraft = {
  readonly key: string;
  readonly form: DraftForm;
  /** `null` for a family that is not registered yet. */
  readonly family: FamilyId | null;
  readonly person: PersonId | null;
  readonly route: Route;
};

export type DraftForm = 'registration' | 'add-child' | 'trace' | 'counter-referral' | 'refer' | 'leave' | VisitForm;

/** The drafts that this version can continue, for families in the list. A new family comes first. */
export const waitingDrafts = (
  keys: readonly string[],
  isKnown: (family: FamilyId) => boolean,
): readonly WaitingDraft[] =>
  keys
    .flatMap((key) => waitingDraft(key) ?? [])
    .filter(({ family }) => family === null || isKnown(family))
    .sort((a, b) => Number(a.family !== null) - Number(b.family !== null) || (a.key < b.key ? -1 : 1));

const visitForms: readonly VisitForm[] = ['rapid-screen', 'assessment', 'follow-up', 'review'];
const leavings: readonly Leaving[] = ['death', 'transfer', 'refusal', 'moved', 'exit'];

const waitingDraft = (key: string): WaitingDraft | null => {
  const [what = '', ...words] = key.split(' ');
  if (what === 'registration') {
    return { key, form: what, family: null, person: null, route: { name: 'new-family' } };
  }
  const ids = words.slice(what === 'visit' || what === 'leave' ? 1 : 0);
  if (ids.length === 0 || !ids.every(isId)) return null;
  const family = familyId(ids[0] ?? '');
  if (what === 'add-child') return { key, form: what, family, person: null, route: { name: what, family } };
  if (ids[1] === undefined) return null;
  const person = personId(ids[1]);
  const about = { key, family, person };
  switch (what) {
    case 'visit': {
      const form = visitForms.find((known) => known === words[0]);
      return form === undefined ? null : { ...about, form, route: { name: 'visit', family, child: person, form } };
    }
    case 'leave': {
      const why = leavings.find((known) => known === words[0]);
      return why === undefined ? null : { ...about, form: 'leave', route: { name: 'leave', family, person, why } };
    }
    case 'trace':
    case 'counter-referral':
    case 'refer':
      return { ...about, form: what, route: { name: what, family, child: person } };
    default:
      return null;
  }
};
