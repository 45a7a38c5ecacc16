/**
 * Applies corrections to entries. Corrections are matched by the entry that they name, not by order of arrival, so a
 * correction that arrived before its entry has the same effect.
 *
 * A correction is filed under the family of the entry that it corrects; one that names an entry of another family has
 * no effect and is reported as a problem.
 *
 * Several corrections of one entry apply in the order of recording: for each field that it sets, the latest correction
 * wins, and all corrections stay in the history.
 */
import type { JsonObject } from '../canonical-json.ts';
import type { Entry } from '../entry.ts';
import { migrateAnswers, parseFormKey } from '../form-definition.ts';
import { type FormReading, forms, isFormName, readForm } from '../form-registry.ts';
import type { EntryId, FamilyId } from '../ids.ts';
import type { Correction, ReadEntry } from './timeline.ts';
import { type TimelineProblem, timelineProblem } from './timeline-problem.ts';

export type CorrectedEntries = {
  readonly entries: readonly ReadEntry[];
  readonly problems: readonly TimelineProblem[];
};

/** `ordered`: all entries of the family in the order of `compareEntries`. */
export const applyCorrections = (ordered: readonly Entry[]): CorrectedEntries => {
  const corrections = collect(ordered);
  const present = new Set(ordered.map((entry) => nameOf(entry.family, entry.id)));
  const problems: TimelineProblem[] = [];
  for (const [target, list] of corrections) {
    if (!present.has(target)) {
      for (const { entry } of list) problems.push(timelineProblem('correctionOfUnknownEntry', entry.id));
    }
  }
  const entries = ordered.map((entry) => {
    const named = corrections.get(nameOf(entry.family, entry.id));
    return named === undefined
      ? asSaved(entry)
      : correct(
          entry,
          named.map((one) => effect(one, corrections, '', [entry.id])),
          problems,
        );
  });
  return { entries, problems };
};

/** Cache: reading is pure and entries are immutable, so each entry object is read only once. */
const readings = new WeakMap<Entry, FormReading>();

const readingOf = (entry: Entry): FormReading => {
  const known = readings.get(entry);
  if (known) return known;
  const reading = readForm(entry.form, entry.answers);
  readings.set(entry, reading);
  return reading;
};

type CorrectionForm = Extract<FormReading, { kind: 'correction' }>;
type CorrectionEntry = { readonly entry: Entry; readonly answers: CorrectionForm['answers'] };
/**
 * Corrections by family and id of the entry that they correct (`nameOf`). Ids hold no spaces, so these keys are
 * unambiguous.
 */
type Corrections = ReadonlyMap<string, readonly CorrectionEntry[]>;

const nameOf = (family: FamilyId, entry: string): string => `${family} ${entry}`;

const collect = (ordered: readonly Entry[]): Corrections => {
  const byTarget = new Map<string, CorrectionEntry[]>();
  for (const entry of ordered) {
    const reading = readingOf(entry);
    if (reading.kind !== 'correction') continue;
    const target = nameOf(entry.family, reading.answers.corrects);
    byTarget.set(target, [...(byTarget.get(target) ?? []), { entry, answers: reading.answers }]);
  }
  return byTarget;
};

/** The effect of one correction, including the corrections of the correction itself. */
type Effect = {
  readonly shown: Correction;
  readonly patches: readonly { readonly set: JsonObject; readonly inForm: string }[];
  readonly withdraw: boolean | null;
  readonly occurredOn: ReadEntry['occurredOn'] | null;
  readonly subject: ReadEntry['subject'];
  readonly concludedIn: Entry | null;
};

/**
 * `path`: the entries that led to this correction. Corrections that name each other in a cycle are followed only once.
 */
const effect = (
  { entry, answers }: CorrectionEntry,
  all: Corrections,
  parentForm: string,
  path: readonly EntryId[],
): Effect => {
  const inForm = answers.in_form ?? parentForm;
  const way = [...path, entry.id];
  const later = (all.get(nameOf(entry.family, entry.id)) ?? [])
    .filter((one) => !way.includes(one.entry.id))
    .map((one) => effect(one, all, inForm, way));
  const valid = later.filter((one) => !one.shown.undone);
  const own: Omit<Effect, 'shown'> = {
    patches: answers.set === null ? [] : [{ set: answers.set, inForm }],
    withdraw: answers.withdraw,
    occurredOn: answers.occurred_on,
    subject: answers.subject,
    concludedIn: Object.keys(entry.findings).length === 0 ? null : entry,
  };
  return {
    shown: {
      entry: entry.id,
      author: entry.author,
      reason: answers.reason,
      set: answers.set,
      undone: valid.some((one) => one.withdraw === true),
      corrections: later.map((one) => one.shown),
    },
    patches: [own, ...valid].flatMap((one) => one.patches),
    withdraw: own.withdraw,
    occurredOn: last([own, ...valid].map((one) => one.occurredOn)),
    subject: last([own, ...valid].map((one) => one.subject)),
    concludedIn: last([own, ...valid].map((one) => one.concludedIn)),
  };
};

const last = <T>(values: readonly (T | null)[]): T | null => values.findLast((value) => value !== null) ?? null;

const asSaved = (entry: Entry): ReadEntry => ({
  entry,
  subject: entry.subject,
  occurredOn: entry.occurredOn,
  form: readingOf(entry),
  findings: entry.findings,
  concludedIn: entry,
  corrections: [],
  withdrawn: false,
});

const correct = (entry: Entry, effects: readonly Effect[], problems: TimelineProblem[]): ReadEntry => {
  const saved = asSaved(entry);
  const valid = effects.filter((one) => !one.shown.undone);
  const patches = valid.flatMap((one) => one.patches);
  const form = patches.length === 0 ? saved.form : readForm(...patched(entry, patches));
  const readable = form.kind !== 'unreadable' || saved.form.kind === 'unreadable';
  const concludedIn = last(valid.map((one) => one.concludedIn)) ?? entry;
  const latest = valid.findLast((one) => one.patches.length > 0);
  if (!readable && latest) problems.push(timelineProblem('correctionUnreadable', latest.shown.entry));
  return {
    entry,
    subject: last(valid.map((one) => one.subject)) ?? saved.subject,
    occurredOn: last(valid.map((one) => one.occurredOn)) ?? saved.occurredOn,
    form: readable ? form : saved.form,
    findings: concludedIn.findings,
    concludedIn,
    corrections: effects.map((one) => one.shown),
    withdrawn: valid.some((one) => one.withdraw === true),
  };
};

/** Applies the patches in turn. Answers are first migrated to the form version in which the next patch is written. */
const patched = (entry: Entry, patches: Effect['patches']): readonly [form: string, answers: JsonObject] => {
  const key = parseFormKey(entry.form) ?? { name: entry.form, version: 1 };
  const definition = isFormName(key.name) ? forms[key.name] : null;
  let version = key.version;
  let answers = entry.answers;
  for (const { set, inForm } of patches) {
    const to = parseFormKey(inForm);
    if (definition !== null && to?.name === key.name && Math.max(version, to.version) <= definition.version) {
      answers = migrateAnswers(definition, answers, version, to.version);
      version = to.version;
    }
    answers = { ...answers, ...set };
  }
  return [definition === null ? entry.form : `${key.name}@${version}`, answers];
};
