/**
 * The text above the charts: the protocol's conclusion on growth in its own words, whose rule it is, and where the last
 * weight lies. The arrow repeats the conclusion; nothing is judged here, and no cause is named.
 */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Text } from '@denba/quantities/text';
import type { GrowthPoint } from '../shell/growth/growth-point.ts';
import type { GrowthStory } from '../shell/growth/growth-story.ts';

export type Trend = 'up' | 'level' | 'down';

export type GrowthVerdict = {
  /** `null` when the protocol gave no conclusion. */
  readonly conclusion: {
    /** The protocol's sentence, or its word for the conclusion. */
    readonly text: Text;
    readonly on: LocalDate;
    readonly trend: Trend | null;
    /** The rule awaits a clinician's approval. */
    readonly aValider: boolean;
  } | null;
  /** The last weight; `before` is the one before it. */
  readonly last: GrowthPoint | null;
  readonly before: GrowthPoint | null;
};

const trends: Readonly<Record<string, Trend>> = {
  adequate: 'up',
  alert: 'level',
  poor: 'level',
  loss: 'down',
};

export const growthVerdict = (
  { conclusion, points }: Pick<GrowthStory, 'conclusion' | 'points'>,
  protocol: Pick<CompiledProtocol, 'choices' | 'tables'>,
): GrowthVerdict => ({
  conclusion:
    conclusion === null
      ? null
      : {
          text: conclusion.sentence ?? wordOf(conclusion.code, protocol),
          on: conclusion.on,
          trend: trends[conclusion.code] ?? null,
          aValider: !isSourced(conclusion.code, protocol),
        },
  last: points.weight.at(-1) ?? null,
  before: points.weight.at(-2) ?? null,
});

const wordOf = (code: string, { choices }: Pick<CompiledProtocol, 'choices'>): Text =>
  choices['growth_class']?.[code] ?? choices['code_words']?.[code] ?? { fr: code, en: code };

/** Whether every row that gives this conclusion is `sourced`: it was read in the document that it names. */
const isSourced = (code: string, { tables }: Pick<CompiledProtocol, 'tables'>): boolean => {
  const table = tables.find(({ name }) => name === 'growth_conclusion');
  const rows = table?.rows.filter(({ outputs }) =>
    outputs.some((output) => output?.kind === 'literal' && output.value === code),
  );
  return rows !== undefined && rows.length > 0 && rows.every(({ status }) => status === 'sourced');
};
