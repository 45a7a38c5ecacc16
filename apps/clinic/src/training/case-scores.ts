/** The best and the last score of each case that one learner has done. Sealed under her own id, for her alone. */
import type { SealedStore } from '@denba/device/device';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';

export type CaseScore = {
  readonly best: number;
  readonly last: number;
  readonly outOf: number;
  readonly times: number;
};
export type CaseScores = Readonly<Record<string, CaseScore>>;

export const withScore = (scores: CaseScores, id: string, points: number, outOf: number): CaseScores => {
  const before = scores[id];
  return {
    ...scores,
    [id]: { best: Math.max(points, before?.best ?? 0), last: points, outOf, times: (before?.times ?? 0) + 1 },
  };
};

/** The total over the present cases; scores of removed cases do not count. */
export const totalOf = (
  scores: CaseScores,
  ids: readonly string[],
): { points: number; outOf: number; done: number } => {
  const done = ids.flatMap((id) => scores[id] ?? []);
  return {
    points: done.reduce((sum, { best }) => sum + best, 0),
    outOf: done.reduce((sum, { outOf }) => sum + outOf, 0),
    done: done.length,
  };
};

const keyOf = (userId: string): string => `case-scores/${userId}`;

export const loadScores = async (sealed: SealedStore<JsonValue>, userId: string): Promise<CaseScores> =>
  readScores(await sealed.get(keyOf(userId)));

export const saveScores = (sealed: SealedStore<JsonValue>, userId: string, scores: CaseScores): Promise<void> =>
  sealed.put(keyOf(userId), scores as unknown as JsonObject);

/** Values that are no scores are ignored: an older or newer version may have written something else. */
export const readScores = (value: JsonValue | null): CaseScores => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).flatMap(([id, score]) => (isScore(score) ? [[id, score]] : [])));
};

const isScore = (value: unknown): value is CaseScore =>
  typeof value === 'object' &&
  value !== null &&
  (['best', 'last', 'outOf', 'times'] as const).every((key) => typeof (value as JsonObject)[key] === 'number');
