/**
 * Who may do what, and where: the only place that decides it. A role holds at its place and everywhere below it; what is
 * not in the table is not allowed.
 */
import { type Role, rankOf } from './roles.ts';

export const actions = {
  places: ['read', 'write'],
  /** To write: create, give and take roles, make a new password, close. Always within `mayGrant`. */
  accounts: ['read', 'write'],
  devices: ['read', 'join', 'revoke'],
  /** To take: what a lost phone had not sent joins the record. */
  quarantine: ['read', 'resolve', 'take'],
  /** A file of a phone that has no network. */
  courier: ['bring'],
  /** A protocol decides about care: what is brought into the country, and which place works by it. */
  packs: ['read', 'bring', 'give'],
  /** A change of a protocol: prepared by one, approved by two (`people/account-makers.ts`), then given like any pack. */
  drafts: ['read', 'write', 'approve'],
  /** The recovery key of a phone: it takes one who asks and another who agrees (`mayAgree`). */
  recovery: ['ask', 'agree'],
  /** What many families add up to. */
  figures: ['read'],
  /** The families behind a figure, one by one; each reading is written down. Also small numbers and what was confided. */
  register: ['read'],
  /** What is said of a month, beside its figures. Whoever reads figures reads it. */
  report: ['comment'],
} as const;

export type Resource = keyof typeof actions;
export type Action<R extends Resource = Resource> = (typeof actions)[R][number];

type Rights = { readonly [R in Resource]?: readonly Action<R>[] };

const everything: Rights = actions;
/** Which protocol they work by is for the national team to say. */
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
  /** Manages machines and accounts. Reads no family and decides about no entry. */
  administrator: { ...everything, quarantine: ['read', 'resolve'], register: [], report: [] },
  /** Figures are theirs; not people, phones or records. */
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

/** Where it is allowed: at these places and below. */
export const pathsWhere = <R extends Resource>(
  grants: readonly Grant[],
  action: Action<R>,
  resource: R,
): readonly string[] => grants.filter(({ role }) => allowed(role, action, resource)).map(({ path }) => path);

/** Where somebody has a role, each once and in one order: whoever writes at several takes turns with others. */
export const placesOf = (grants: readonly Grant[]): readonly string[] =>
  [...new Set(grants.map(({ place }) => place))].sort();

/** One and the same role of hers must reach the place, hold the right and stand as high as what is given or taken. */
export const mayGrant = (grants: readonly Grant[], role: Role, placePath: string): boolean =>
  grants.some(
    (own) =>
      placePath.startsWith(own.path) && allowed(own.role, 'write', 'accounts') && rankOf[own.role] >= rankOf[role],
  );

/** Whoever agrees stands, with a right to it there, as high as whoever asked. That they are two is for the caller to see. */
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
