/**
 * Which screen is shown. The route is kept in the browser's history state, so that the phone's back button works; the
 * address shows only the screen's name and nothing about any person.
 */
import type { EntryId, FamilyId, PersonId } from '@denba/records/ids';
import { type ReadonlySignal, signal } from '@preact/signals';

/** The protocol's forms that a worker fills about a child. */
export type VisitForm = 'rapid-screen' | 'assessment' | 'follow-up' | 'review';

export type Leaving = 'death' | 'transfer' | 'refusal' | 'moved' | 'exit';

export type Route =
  | { readonly name: 'today' }
  | { readonly name: 'search' }
  | { readonly name: 'new-family' }
  | { readonly name: 'add-child'; readonly family: FamilyId }
  | { readonly name: 'family'; readonly family: FamilyId; readonly saved?: boolean }
  | { readonly name: 'visit'; readonly family: FamilyId; readonly child: PersonId; readonly form: VisitForm }
  /** `saved`: the visit was saved a moment ago, as opposed to being looked up. */
  | { readonly name: 'result'; readonly family: FamilyId; readonly entry: EntryId; readonly saved?: true }
  /**
   * `protocol`: the protocol version whose text the card shows, as an entry names it; `null` for the running protocol.
   */
  | { readonly name: 'card'; readonly card: string; readonly protocol: string | null }
  | { readonly name: 'growth'; readonly family: FamilyId; readonly child: PersonId }
  | { readonly name: 'entry'; readonly family: FamilyId; readonly entry: EntryId }
  | { readonly name: 'correct'; readonly family: FamilyId; readonly entry: EntryId }
  /** The conclusions computed again after a correction. `entry`: the corrected visit, whose result is read next. */
  | { readonly name: 'anew'; readonly family: FamilyId; readonly entry?: EntryId }
  | { readonly name: 'merge'; readonly family: FamilyId }
  | { readonly name: 'refer'; readonly family: FamilyId; readonly child: PersonId; readonly entry?: EntryId }
  | { readonly name: 'referral-note'; readonly family: FamilyId; readonly entry: EntryId }
  | { readonly name: 'counter-referral'; readonly family: FamilyId; readonly child: PersonId }
  | { readonly name: 'read-referral' }
  | { readonly name: 'trace'; readonly family: FamilyId; readonly child: PersonId }
  | { readonly name: 'leave'; readonly family: FamilyId; readonly person: PersonId; readonly why: Leaving }
  | { readonly name: 'centres' }
  | { readonly name: 'hand-family'; readonly family: FamilyId }
  | { readonly name: 'register' }
  | { readonly name: 'month' }
  | { readonly name: 'more' }
  | { readonly name: 'people' }
  | { readonly name: 'safekeeping' }
  | { readonly name: 'audit' }
  | { readonly name: 'cases' }
  | { readonly name: 'server' }
  | { readonly name: 'settings' };

export type RouteName = Route['name'];

export const home: Route = { name: 'today' };

const current = signal<Route>(home);
export const route: ReadonlySignal<Route> = current;

/** Goes to a screen. Use `replace` when going back should skip the present screen (a form that was saved). */
export const go = (next: Route, how: 'push' | 'replace' = 'push'): void => {
  const place: Place = { route: next, depth: depth() + (how === 'push' ? 1 : 0) };
  if (how === 'push') history.pushState(place, '', `#/${next.name}`);
  else history.replaceState(place, '', `#/${next.name}`);
  show(next);
};

/** Removes the "saved" message from the route after a lock, because somebody else may look, days later. */
export const forgetSaved = (): void => {
  const now = current.value;
  if (now.name === 'family' && now.saved === true) go({ name: 'family', family: now.family }, 'replace');
};

/** Goes to the previous screen, or home when the app was opened at this one. */
export const goBack = (): void => {
  if (depth() > 0) history.back();
  else go(home, 'replace');
};

/** Shows the route that a reload left, and follows the browser's history from now on. */
export const followHistory = (): void => {
  show(isPlace(history.state) ? history.state.route : home);
  addEventListener('popstate', (event) => show(isPlace(event.state) ? event.state.route : home));
};

/** `depth`: the number of screens of this app before this one in the history. */
type Place = { readonly route: Route; readonly depth: number };

const show = (next: Route): void => {
  current.value = next;
  scrollTo(0, 0);
};

const depth = (): number => (isPlace(history.state) ? history.state.depth : 0);

const isPlace = (state: unknown): state is Place => typeof state === 'object' && state !== null && 'route' in state;
