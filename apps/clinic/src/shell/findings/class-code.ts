/** The class of a pair as the badge knows it; `null` for none, or for one of a newer version. */
const codes = ['high', 'indepth', 'moderate', 'low', 'incomplete', 'review'] as const;
export type ClassCode = (typeof codes)[number];

export const classCodeOf = (text: unknown): ClassCode | null => codes.find((code) => code === text) ?? null;
