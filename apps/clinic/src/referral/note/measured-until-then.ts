/** The measurements in a note: the last weighings, and the other measurements of the last visit that took any. */
import { weightForAge } from '@denba/growth/who/weight-for-age';
import { weightForLength } from '@denba/growth/who/weight-for-length';
import { computedZ } from '@denba/growth/z-score';
import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Encounter } from '@denba/records/timeline/timeline';
import type { NoteFacts } from './note-facts.ts';

const MOST_WEIGHINGS = 3;

/** Sorted from the newest to the oldest. */
export const weighingsOf = (
  encounters: readonly Encounter[],
  sex: string | null,
  born: LocalDate | null,
): NoteFacts['weighings'] =>
  encounters
    .flatMap((encounter) => {
      const weightG = weightOf(encounter);
      if (weightG === null) return [];
      const ageDays = born === null ? null : daysBetween(born, encounter.on);
      const oedema = hasOedema(encounter);
      const waz = computedZ(weightForAge({ sex: sexOf(sex), ageDays, weightKg: weightG / 1000, oedema }));
      return [{ on: encounter.on, weightG, waz }];
    })
    .slice(-MOST_WEIGHINGS)
    .reverse();

/** The measurements of the last visit that took any. */
export const measuresOf = (
  encounters: readonly Encounter[],
  sex: string | null,
  born: LocalDate | null,
): NoteFacts['measures'] => {
  const last = encounters.findLast(
    ({ form }) => form.answers.length_cm !== null || form.answers.muac_mm !== null || form.answers.weight_g !== null,
  );
  if (last === undefined) return { lengthCm: null, wlz: null, muacMm: null, oedema: null };
  const { length_cm: lengthCm, muac_mm: muacMm, oedema, measured } = last.form.answers;
  const weightG = weightOf(last);
  const wlz = computedZ(
    weightForLength({
      sex: sexOf(sex),
      ageDays: born === null ? null : daysBetween(born, last.on),
      weightKg: weightG === null ? null : weightG / 1000,
      lengthCm,
      measured: measured === 'lying' ? 'lying' : measured === 'standing' ? 'standing' : null,
      oedema: hasOedema(last),
    }),
  );
  return { lengthCm, wlz, muacMm, oedema };
};

/** The weight in use, when several readings were taken. */
const weightOf = ({ form, findings }: Encounter): number | null => {
  const { kept } = findings;
  const used = typeof kept === 'object' && kept !== null ? (kept as JsonObject)['weight_used_g'] : null;
  return typeof used === 'number' ? Math.floor(used) : form.answers.weight_g;
};

/** `null` when oedema was not assessed or not recorded. */
const hasOedema = ({ form: { answers } }: Encounter): boolean | null => {
  if (answers.oedema === null || answers.oedema === 'not_assessed') return null;
  return answers.oedema !== 'none';
};

const sexOf = (sex: string | null): 'M' | 'F' | null => (sex === 'M' || sex === 'F' ? sex : null);
