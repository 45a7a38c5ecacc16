/**
 * Writes all that this phone holds of a family (and of those merged with it) into a parcel encrypted to the phone of
 * another centre.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { type Entry, entryToText } from '@denba/records/entry';
import { newClock, tick } from '@denba/records/hybrid-clock';
import { writeFamilyBundle } from '@denba/sync/courier/family-bundle';
import { parcelText } from '@denba/sync/courier/parcel';
import type { PhoneCode } from '@denba/sync/courier/phone-code';
import { sealParcel } from '@denba/sync/courier/seal-parcel';
import { MOST_BYTES, MOST_ENTRIES } from '@denba/sync/wire';
import type { OwnCode } from './own-code.ts';

export type FamilyParcel = { readonly text: string; readonly entries: number };

export type FamilyParcelProblem =
  /** This phone holds no entry of the family. */
  | { readonly kind: 'nothingHere' }
  /** The family has more entries or bytes than a parcel may hold. */
  | { readonly kind: 'tooLarge' };

type Given = {
  /** The result of `entriesOf`: entries of the family and of those merged with it. */
  readonly entries: readonly Entry[];
  readonly to: PhoneCode;
  readonly own: OwnCode;
  readonly wallMs: () => number;
};

export const writeFamilyParcel = async ({
  entries,
  to,
  own,
  wallMs,
}: Given): Promise<Result<FamilyParcel, FamilyParcelProblem>> => {
  if (entries.length === 0) return err({ kind: 'nothingHere' });
  const lines = entries.map(entryToText);
  const size = lines.reduce((sum, line) => sum + line.length + 1, 0);
  if (lines.length > MOST_ENTRIES || size > MOST_BYTES - HEAD_ROOM) return err({ kind: 'tooLarge' });
  const families = [...new Set(entries.map(({ family }) => family as string))].sort();
  const madeAt = tick(newClock, wallMs()).time;
  const bundle = await writeFamilyBundle({ to: to.courierKey.id, sender: own.text, families, lines, madeAt }, own.sign);
  // The readable head names the sending phone, but reveals neither the number of entries nor the family.
  const contents = { kind: 'family' as const, from: own.code.device, first: 1, last: 1, bundle };
  return ok({ text: parcelText(await sealParcel(to.courierKey, contents)), entries: lines.length });
};

const HEAD_ROOM = 1_000_000;
