/** The class of a pair as `ClassBadge` knows it; `null` for no class, or for an unknown one of a newer protocol. */
const codes = ['high', 'indepth', 'moderate', 'low', 'incomplete', 'review'] as const;
export type ClassCode = (typeof codes)[number];

export const classCodeOf = (text: unknown): ClassCode | null => codes.find((code) => code === text) ?? null;
