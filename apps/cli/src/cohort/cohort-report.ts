/** The result of `denba cohort` as data: printed as JSON by `--format json`, and the source of the text report. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { Text } from '@denba/quantities/text';
import type { AssessedVisit } from './assess-visits.ts';
import { birthWeightG } from './birth-type.ts';
import type { Cohort } from './cohort.ts';
import { type DataQuality, dataQuality } from './data-quality.ts';
import { type Risk, riskOf } from './risk.ts';
import { type Share, shareOf } from './share.ts';
import { type SixMonths, sixMonths } from './six-months.ts';
import { belowFirstWeightAtTwoWeeks } from './two-weeks.ts';

export type CohortReport = {
  readonly file: string;
  readonly rows: number;
  readonly infants: number;
  readonly mothers: number;
  /** Families with more than one infant in the file. */
  readonly familiesWithTwins: number;
  readonly visitsPlanned: number;
  readonly visitsAttended: number;
  readonly measured: Readonly<Record<'weight' | 'length' | 'headCircumference' | 'muac', number>>;
  readonly belowFirstWeightAtTwoWeeks: Share;
  readonly atSixMonths: SixMonths;
  readonly protocol: {
    readonly id: string;
    readonly version: string;
    readonly title: Text;
    readonly overlays: readonly string[];
    readonly reasonTitles: Readonly<Record<string, Text>>;
    /** Titles of the data elements of which at least one value was refused, by element name. */
    readonly elementTitles: Readonly<Record<string, Text>>;
  };
  readonly risk: Risk;
  readonly dataQuality: DataQuality & {
    /** Values beyond the protocol's hard limits, as a share of attended visits, by element name. */
    readonly refused: Readonly<Record<string, Share>>;
    /** Cells and rows of the file that need review. */
    readonly toReview: number;
  };
};

export const cohortReport = (given: {
  readonly file: string;
  readonly rows: number;
  readonly toReview: number;
  readonly familySizes: readonly number[];
  readonly cohort: Cohort;
  readonly assessed: readonly (readonly AssessedVisit[])[];
  readonly protocol: CompiledProtocol;
}): CohortReport => {
  const { file, rows, toReview, familySizes, cohort, assessed, protocol } = given;
  const visits = cohort.infants.flatMap((infant) => infant.visits);
  const withValue = (key: 'weightG' | 'lengthCm' | 'headCm' | 'muacMm'): number =>
    visits.filter((visit) => visit[key] !== null).length;
  const refused = refusedShares(assessed.flat());
  return {
    file,
    rows,
    infants: cohort.infants.length,
    mothers: cohort.mothers,
    familiesWithTwins: familySizes.filter((size) => size > 1).length,
    visitsPlanned: rows,
    visitsAttended: visits.length,
    measured: {
      weight: withValue('weightG'),
      length: withValue('lengthCm'),
      headCircumference: withValue('headCm'),
      muac: withValue('muacMm'),
    },
    belowFirstWeightAtTwoWeeks: belowFirstWeightAtTwoWeeks(cohort),
    atSixMonths: sixMonths(cohort),
    protocol: {
      id: protocol.id,
      version: protocol.version,
      title: protocol.title,
      overlays: protocol.overlays.map(({ id }) => id),
      reasonTitles: protocol.choices['enrol_reason'] ?? {},
      elementTitles: Object.fromEntries(
        protocol.elements.flatMap(({ name, label }) => (refused[name] === undefined ? [] : [[name, label]])),
      ),
    },
    risk: riskOf(assessed, {
      reasons: protocol.elements.find(({ name }) => name === 'enrol_reason')?.values ?? [],
      classes: protocol.derived.find(({ name }) => name === 'pair_class')?.values ?? [],
    }),
    dataQuality: {
      ...dataQuality(cohort, cohort.infants.map(birthWeightG)),
      refused,
      toReview,
    },
  };
};

const refusedShares = (visits: readonly AssessedVisit[]): Readonly<Record<string, Share>> => {
  const fields = [...new Set(visits.flatMap(({ refused }) => refused))].sort();
  return Object.fromEntries(
    fields.map((field) => [
      field,
      shareOf(visits.filter(({ refused }) => refused.includes(field)).length, visits.length),
    ]),
  );
};
