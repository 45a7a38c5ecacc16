/**
 * The roles that somebody may have at a place, and their ranks: nobody can grant a role of a higher rank than her own.
 */
export const roles = [
  'health_worker',
  'supervisor',
  'district',
  'region',
  'national',
  'programme',
  'network',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/**
 * Programme and network have the rank of the national team: they see the whole country, and only that team (or an
 * administrator) admits them.
 */
export const rankOf: Readonly<Record<Role, number>> = {
  health_worker: 1,
  supervisor: 2,
  district: 3,
  region: 4,
  programme: 5,
  network: 5,
  national: 5,
  administrator: 6,
};

export const isRole = (word: string): word is Role => roles.includes(word as Role);
