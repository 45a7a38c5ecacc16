/**
 * Turns a visits file into entries, as the record would hold them: for each mother a family, for each infant a birth,
 * for each attended visit a growth visit, all chained in one log. The file has ages and no dates, so every birth is put
 * on one reference day; where the age is unknown, the day is that of the planned week and the answers say that the age
 * is not known.
 */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import { appendEntry, emptyLog, type LogHead } from '@denba/records/entry-log';
import { type HybridClock, newClock, tick } from '@denba/records/hybrid-clock';
import { deviceId, entryId, facilityId, familyId, type PersonId, personId } from '@denba/records/ids';
import { addReview, type Reviews } from '../input/review.ts';
import type { VisitRow } from './cohort.ts';

export type ImportSettings = {
  /** The birth date given to every infant of the file. */
  readonly birthDate: LocalDate;
  readonly nowMs: number;
  readonly author: string;
};

export const entriesOfVisits = (
  rows: readonly VisitRow[],
  { birthDate, nowMs, author }: ImportSettings,
  reviews: Reviews,
): readonly Entry[] => {
  const entries: Entry[] = [];
  let log: LogHead = emptyLog(deviceId('import'));
  let clock: HybridClock = newClock;
  const save = (family: string, form: string, subject: PersonId | null, on: LocalDate, answers: JsonObject): void => {
    const ticked = tick(clock, nowMs);
    const appended = appendEntry(log, {
      id: entryId(`import-${log.seq + 1}`),
      family: familyId(family),
      subject,
      form,
      protocolVersion: null,
      answers,
      findings: {},
      author,
      facility: facilityId('import'),
      occurredOn: on,
      recordedAt: ticked.time,
    });
    // Cells were checked when they were read, so a refusal by the record here is a defect of this import.
    if (!appended.ok) throw new Error(appended.error.map(({ message, path }) => `${path}: ${message.en}`).join('; '));
    clock = ticked.clock;
    log = appended.value.log;
    entries.push(appended.value.entry);
  };
  const born = new Map<string, VisitRow>();
  const families = new Set<string>();
  const seen = new Set<string>();
  for (const row of rows) {
    const first = born.get(row.infant);
    const child = personId(`infant-${encodeURIComponent(row.infant)}`);
    const family = familyOf(first ?? row);
    if (!families.has(family)) {
      families.add(family);
      save(family, 'register-family@1', null, birthDate, row.mother === null ? {} : { mother: motherOf(row.mother) });
    }
    if (first === undefined) {
      born.set(row.infant, row);
      save(family, 'birth@2', child, birthDate, {
        mother: row.mother === null ? null : motherOf(row.mother),
        sex: row.sex,
        birth_count: row.birthCount,
        birth_order: row.birthOrder,
        gestational_age_days: row.gestationalAgeDays,
        gestational_age_to: row.gestationalAgeDays === null ? null : 'day',
      });
    } else reviewDifferences(first, row, reviews);
    if (!row.attended) continue;
    const visit = `${row.infant}\u0000${row.week}`;
    if (seen.has(visit)) {
      addReview(reviews, { line: row.line, column: 'visit_week', code: 'twice', cell: String(row.week) });
      continue;
    }
    seen.add(visit);
    save(family, 'growth-visit@1', child, addDays(birthDate, Math.round(row.ageDays ?? row.week * 7)), {
      visit_week: row.week,
      age_days: row.ageDays,
      weight_g: row.weightG,
      length_cm: row.lengthCm,
      measured: 'lying',
      head_cm: row.headCm,
      muac_mm: row.muacMm,
    });
  }
  return entries;
};

const motherOf = (mother: string): string => `mother-${encodeURIComponent(mother)}`;

/** The family id of an infant; an infant whose mother is not named gets a family of its own. */
const familyOf = ({ mother, infant }: VisitRow): string =>
  mother === null ? `family-of-infant-${encodeURIComponent(infant)}` : `family-${encodeURIComponent(mother)}`;

const fixed = [
  ['sex', 'sex'],
  ['mother', 'mother'],
  ['gestational_age_days', 'gestationalAgeDays'],
] as const;

const reviewDifferences = (first: VisitRow, row: VisitRow, reviews: Reviews): void => {
  for (const [column, key] of fixed) {
    if (row[key] === first[key]) continue;
    addReview(reviews, { line: row.line, column, code: 'differs', cell: String(row[key] ?? '') });
  }
};
