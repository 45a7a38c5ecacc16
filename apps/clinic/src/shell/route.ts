/**
 * Where the worker is in the app. The route lives in the browser's history state, so that the phone's own back button
 * works; the address shows the screen's name and nothing about anybody.
 */
import type { EntryId, FamilyId, PersonId } from '@denba/records/ids';
import { type ReadonlySignal, signal } from '@preact/signals';

/** Forms of the protocol that a worker fills about a child. */
export type VisitForm = 'rapid-screen' | 'assessment' | 'follow-up' | 'review';

export type Leaving = 'death' | 'transfer' | 'refusal' | 'moved' | 'exit';

export type Route =
  | { readonly name: 'today' }
  | { readonly name: 'search' }
  | { readonly name: 'new-family' }
  | { readonly name: 'add-child'; readonly family: FamilyId }
  | { readonly name: 'family'; readonly family: FamilyId; readonly saved?: boolean }
  | { readonly name: 'visit'; readonly family: FamilyId; readonly child: PersonId; readonly form: VisitForm }
  /** `saved`: a moment ago, not one that is looked up. */
  | { readonly name: 'result'; readonly family: FamilyId; readonly entry: EntryId; readonly saved?: true }
  /** `protocol`: whose words the card has, as an entry says it; `null`: of the one that runs. */
  | { readonly name: 'card'; readonly card: string; readonly protocol: string | null }
  | { readonly name: 'growth'; readonly family: FamilyId; readonly child: PersonId }
  | { readonly name: 'entry'; readonly family: FamilyId; readonly entry: EntryId }
  | { readonly name: 'correct'; readonly family: FamilyId; readonly entry: EntryId }
  /** What the protocol concludes anew after a correction. `entry`: the corrected visit, whose result is read next. */
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

/** Goes to a screen; `replace` when going back should skip the present one (a form that was saved). */
export const go = (next: Route, how: 'push' | 'replace' = 'push'): void => {
  const place: Place = { route: next, depth: depth() + (how === 'push' ? 1 : 0) };
  if (how === 'push') history.pushState(place, '', `#/${next.name}`);
  else history.replaceState(place, '', `#/${next.name}`);
  show(next);
};

/** After a lock, what was said once ("saved") is not said again: somebody else may look, days later. */
export const forgetSaved = (): void => {
  const now = current.value;
  if (now.name === 'family' && now.saved === true) go({ name: 'family', family: now.family }, 'replace');
};

/** Back to the screen before, or home when the app was opened here. */
export const goBack = (): void => {
  if (depth() > 0) history.back();
  else go(home, 'replace');
};

/** Takes up the route that a reload left, and follows the phone's back button. */
export const followHistory = (): void => {
  show(isPlace(history.state) ? history.state.route : home);
  addEventListener('popstate', (event) => show(isPlace(event.state) ? event.state.route : home));
};

/** `depth`: how many screens of this app lie before this one. */
type Place = { readonly route: Route; readonly depth: number };

const show = (next: Route): void => {
  current.value = next;
  scrollTo(0, 0);
};

const depth = (): number => (isPlace(history.state) ? history.state.depth : 0);

const isPlace = (state: unknown): state is Place => typeof state === 'object' && state !== null && 'route' in state;
