/** The eight WHO indices of a batch. */
import { createZScoreColumn, type ZScoreColumn } from '@denba/growth/columns';
import { type ReasonCode, reasonCode } from '@denba/growth/reason-code';
import { scoreColumnByAge } from '@denba/growth/who/age-index-column';
import { bmiForAgeColumn } from '@denba/growth/who/bmi-for-age-column';
import { headCircumferenceForAgeIndex } from '@denba/growth/who/head-circumference-for-age';
import { lengthForAgeColumn } from '@denba/growth/who/length-for-age-column';
import { muacForAgeIndex } from '@denba/growth/who/muac-for-age';
import { subscapularForAgeIndex } from '@denba/growth/who/subscapular-for-age';
import { tricepsForAgeIndex } from '@denba/growth/who/triceps-for-age';
import { weightForAgeIndex } from '@denba/growth/who/weight-for-age';
import { weightForLengthColumn } from '@denba/growth/who/weight-for-length-column';
import type { ChildBatch } from './child-batch.ts';

export const whoNames = ['waz', 'lhaz', 'wlz', 'bmiz', 'hcz', 'muacz', 'tsz', 'ssz'] as const;
export type WhoName = (typeof whoNames)[number];

export type WhoColumns = Readonly<Record<WhoName, ZScoreColumn>>;

export const createWhoColumns = (rows: number): WhoColumns => ({
  waz: createZScoreColumn(rows),
  lhaz: createZScoreColumn(rows),
  wlz: createZScoreColumn(rows),
  bmiz: createZScoreColumn(rows),
  hcz: createZScoreColumn(rows),
  muacz: createZScoreColumn(rows),
  tsz: createZScoreColumn(rows),
  ssz: createZScoreColumn(rows),
});

export const scoreBatch = (batch: ChildBatch, into: WhoColumns): void => {
  scoreColumnByAge(weightForAgeIndex, batch, batch.weightKg, into.waz);
  lengthForAgeColumn(batch, into.lhaz);
  weightForLengthColumn(batch, into.wlz);
  bmiForAgeColumn(batch, into.bmiz);
  scoreColumnByAge(headCircumferenceForAgeIndex, batch, batch.headCircumferenceCm, into.hcz);
  scoreColumnByAge(muacForAgeIndex, batch, batch.muacCm, into.muacz);
  scoreColumnByAge(tricepsForAgeIndex, batch, batch.tricepsMm, into.tsz);
  scoreColumnByAge(subscapularForAgeIndex, batch, batch.subscapularMm, into.ssz);
};

/** The flag for the outcome of a z-score; null where the row shows it already (an empty cell, or another flag). */
export const flagOfReason = (code: number): string | null => said[code] ?? null;

const said: Readonly<Partial<Record<number, string>>> = {
  [reasonCode.flagged]: 'flagged',
  [reasonCode.ageOutOfRange]: 'age_out_of_range',
  [reasonCode.lengthOutOfRange]: 'length_out_of_range',
  [reasonCode.oedema]: 'oedema',
} satisfies Partial<Record<ReasonCode, string>>;
