/** What somebody may be at a place, and how high: nobody makes another higher than she is herself. */
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

/** Programme and network stand beside the national team: they see across the country, and only it lets them in. */
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
