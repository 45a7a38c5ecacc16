/**
 * Definition of a form in the record: the schema of its answers, its versions, and the migrations between versions, up
 * and down. One file per form in `forms/`. To change a form: change `answers`, add one migration (which raises
 * `version`), add its case to the form's test. An entry itself never changes: migrations are applied when it is read.
 *
 * A field never changes its meaning or unit: a new meaning gets a new name. An old app that meets a newer version
 * therefore finds a field missing (unknown) where it cannot understand it, never a wrong value.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import * as v from 'valibot';
import type { Strictness } from './answer-fields.ts';
import type { JsonObject } from './canonical-json.ts';
import { type RecordError, recordErrorsFrom } from './record-error.ts';

/** Fields by name; answers may hold others beside them, which are kept. */
type AnswersSchema<Answers> = v.GenericSchema<unknown, Answers> & {
  readonly entries: Readonly<Record<string, v.GenericSchema>>;
};

export type FormDefinition<Answers> = {
  readonly name: string;
  /** The newest version: the number of migrations plus one. */
  readonly version: number;
  /** Schemas of the newest version's answers, one for reading and one for writing. */
  readonly schemas: Readonly<Record<Strictness, AnswersSchema<Answers>>>;
  /** The form without answers: optional fields are `null`, required ones `undefined`. */
  readonly blank: Readonly<Record<string, null | undefined>>;
  /** `migrations[0]` converts between versions 1 and 2, `migrations[1]` between 2 and 3, and so on. */
  readonly migrations: readonly Migration[];
};

export type Migration = {
  /** What the migration changes, in one line. */
  readonly what: string;
  readonly up: (answers: JsonObject) => JsonObject;
  readonly down: (answers: JsonObject) => JsonObject;
};

/**
 * A migration to a version that only adds fields or codes: nothing is converted, and an older version keeps what it
 * cannot read.
 */
export const adds = (what: string): Migration => ({ what, up: (answers) => answers, down: (answers) => answers });

export const defineForm = <Answers>(form: {
  readonly name: string;
  readonly answers: (strictness: Strictness) => AnswersSchema<Answers>;
  readonly migrations?: readonly Migration[];
}): FormDefinition<Answers> => {
  const migrations = form.migrations ?? [];
  const schemas = { reading: form.answers('reading'), writing: form.answers('writing') };
  const blank = Object.fromEntries(
    Object.entries(schemas.reading.entries).map(([name, { type }]) => [name, type === 'optional' ? null : undefined]),
  );
  return { name: form.name, version: migrations.length + 1, schemas, blank, migrations };
};

export type AnswersOf<Definition> = Definition extends FormDefinition<infer Answers> ? Answers : never;

/** A form's name and version; in an entry they are written as `birth@2`. */
export type FormKey = { readonly name: string; readonly version: number };

export const formKey = (definition: { readonly name: string; readonly version: number }): string =>
  `${definition.name}@${definition.version}`;

/** Parses a text such as `birth@2`; `null` when it is not a form key. */
export const parseFormKey = (text: string): FormKey | null => {
  const match = /^([a-z][a-z0-9-]*)@([1-9]\d{0,5})$/.exec(text);
  return match?.[1] === undefined ? null : { name: match[1], version: Number(match[2]) };
};

/**
 * Converts answers from version `from` to version `to`. When this app does not know one of the versions, the answers
 * are returned unchanged, and their fields are read as far as they are known.
 */
export const migrateAnswers = (
  definition: { readonly version: number; readonly migrations: readonly Migration[] },
  answers: JsonObject,
  from: number,
  to: number,
): JsonObject => {
  const { version, migrations } = definition;
  if (from > version || to > version) return answers;
  const ups = migrations.slice(from - 1, Math.max(from, to) - 1).map((step) => step.up);
  const downs = migrations.slice(to - 1, Math.max(from, to) - 1).map((step) => step.down);
  return (from < to ? ups : downs.toReversed()).reduce((migrated, step) => step(migrated), answers);
};

/**
 * Migrates answers of any known version to the newest one and validates them. Unknown fields are kept; unknown codes
 * only when `strictness` is `reading`.
 */
export const readAnswers = <Answers>(
  definition: FormDefinition<Answers>,
  answers: JsonObject,
  version: number = definition.version,
  strictness: Strictness = 'reading',
): Result<Answers, readonly RecordError[]> => {
  const current = migrateAnswers(definition, answers, version, definition.version);
  const read = readPresent(definition.schemas[strictness], definition.blank, current);
  if (read !== null) return ok(read as Answers);
  const parsed = v.safeParse(definition.schemas[strictness], current, { abortPipeEarly: true });
  return parsed.success ? ok(parsed.output) : err(recordErrorsFrom(parsed.issues, 'answers'));
};

/**
 * The same as the whole schema reads, much faster: most fields of a form are absent from its answers, and only those
 * that are present are validated. Returns `null` when one of them is wrong or a required one is missing: the whole
 * schema then says what and where.
 */
const readPresent = (
  { entries }: AnswersSchema<unknown>,
  blank: FormDefinition<unknown>['blank'],
  answers: JsonObject,
): object | null => {
  const read: Record<string, unknown> = { ...blank };
  for (const [name, value] of Object.entries(answers)) {
    if (NEVER_READ.test(name)) return null;
    if (Object.hasOwn(blank, name)) {
      const one = v.safeParse(entries[name] as v.GenericSchema, value);
      if (!one.success) return null;
      read[name] = one.output;
    } else read[name] = value;
  }
  return Object.values(read).includes(undefined) ? null : read;
};

/** Keys that valibot leaves out of what it reads. */
const NEVER_READ = /^(__proto__|prototype|constructor)$/;
