/** The growth indices; each has a chart of its own. */
export const growthIndexes = ['weight', 'length', 'weight-for-length', 'head', 'muac'] as const;
export type GrowthIndex = (typeof growthIndexes)[number];
