/**
 * Who may do what, and where: the only place where this is decided. A role holds at its place and everywhere below it;
 * what is not in the table is not allowed.
 */
import { type Role, rankOf } from './roles.ts';

export const actions = {
  places: ['read', 'write'],
  /** `write`: create, grant and revoke roles, make a new password, close. Always within `mayGrant`. */
  accounts: ['read', 'write'],
  devices: ['read', 'join', 'revoke'],
  /** `take`: what a lost phone had not sent joins the record. */
  quarantine: ['read', 'resolve', 'take'],
  /** Upload the file of a phone without network. */
  courier: ['bring'],
  /** Protocols decide about care: `bring` uploads one into the country, `give` chooses which one a place uses. */
  packs: ['read', 'bring', 'give'],
  /**
   * A change of a protocol: prepared by one person, approved by two (`people/account-makers.ts`), then given like any
   * pack.
   */
  drafts: ['read', 'write', 'approve'],
  /** The recovery key of a phone: one person asks, and another one agrees (`mayAgree`). */
  recovery: ['ask', 'agree'],
  /** Sums over many families. */
  figures: ['read'],
  /**
   * The families behind a figure, one by one; each reading is audited. Also small numbers, and what was told in
   * confidence.
   */
  register: ['read'],
  /** Comments on a month, beside its figures. Whoever may read figures may read them. */
  report: ['comment'],
} as const;

export type Resource = keyof typeof actions;
export type Action<R extends Resource = Resource> = (typeof actions)[R][number];

type Rights = { readonly [R in Resource]?: readonly Action<R>[] };

const everything: Rights = actions;
/** Only the national team decides which protocols are used. */
const butProtocols: Rights = { ...everything, packs: ['read'], drafts: [] };

export const rights: Readonly<Record<Role, Rights>> = {
  health_worker: { places: ['read'], devices: ['read'], figures: ['read'], register: ['read'], report: ['comment'] },
  supervisor: {
    places: ['read'],
    accounts: ['read', 'write'],
    devices: ['read', 'join', 'revoke'],
    quarantine: ['read', 'resolve', 'take'],
    courier: ['bring'],
    packs: ['read'],
    recovery: ['ask', 'agree'],
    figures: ['read'],
    register: ['read'],
    report: ['comment'],
  },
  district: butProtocols,
  region: butProtocols,
  national: everything,
  /** Manages machines and accounts. May not read families, nor take a lost phone's entries into the record. */
  administrator: { ...everything, quarantine: ['read', 'resolve'], register: [], report: [] },
  /** May read figures, but not people, phones or records. */
  programme: { places: ['read'], figures: ['read'] },
  network: { figures: ['read'] },
};

/** A role at a place. `path`: ids from the root to the place, each followed by a slash. */
export type Grant = { readonly role: Role; readonly place: string; readonly path: string };

export const may = <R extends Resource>(
  grants: readonly Grant[],
  action: Action<R>,
  resource: R,
  placePath: string,
): boolean => pathsWhere(grants, action, resource).some((path) => placePath.startsWith(path));

/** Paths of the places at which, and below which, the action is allowed. */
export const pathsWhere = <R extends Resource>(
  grants: readonly Grant[],
  action: Action<R>,
  resource: R,
): readonly string[] => grants.filter(({ role }) => allowed(role, action, resource)).map(({ path }) => path);

/**
 * Places where somebody has a role, each once and sorted, so that two transactions that write at several places do not
 * deadlock.
 */
export const placesOf = (grants: readonly Grant[]): readonly string[] =>
  [...new Set(grants.map(({ place }) => place))].sort();

/**
 * A single role of the granter must cover the place, include the right, and rank at least as high as the role that is
 * granted or revoked.
 */
export const mayGrant = (grants: readonly Grant[], role: Role, placePath: string): boolean =>
  grants.some(
    (own) =>
      placePath.startsWith(own.path) && allowed(own.role, 'write', 'accounts') && rankOf[own.role] >= rankOf[role],
  );

/**
 * The person who agrees must have the right there and rank at least as high as the one who asked. The caller checks
 * that they are two people.
 */
export const mayAgree = (grants: readonly Grant[], asker: readonly Grant[], placePath: string): boolean => {
  const agreeing = highest(grants, 'agree', placePath);
  const asking = highest(asker, 'ask', placePath);
  return agreeing !== null && asking !== null && agreeing >= asking;
};

const highest = (grants: readonly Grant[], action: Action<'recovery'>, placePath: string): number | null => {
  const there = grants.filter(({ role, path }) => placePath.startsWith(path) && allowed(role, action, 'recovery'));
  return there.length === 0 ? null : Math.max(...there.map(({ role }) => rankOf[role]));
};

const allowed = (role: Role, action: string, resource: Resource): boolean =>
  (rights[role][resource] as readonly string[] | undefined)?.includes(action) ?? false;
