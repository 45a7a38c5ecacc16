/**
 * A form as the record knows it: its answers' schema, its versions, and the way from one version to the next and back.
 * One file per form in `forms/`. To change a form: raise `version`, change `answers`, add one migration, add its case
 * to the form's test. An entry itself never changes: migrations are applied when it is read.
 *
 * A field never changes its meaning or unit: the new meaning takes a new name. So an old app that meets a newer
 * version finds a field missing (unknown) where it cannot understand, never a wrong value.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import * as v from 'valibot';
import type { Strictness } from './answer-fields.ts';
import type { JsonObject } from './canonical-json.ts';
import { type RecordError, recordErrorsFrom } from './record-error.ts';

export type FormDefinition<Answers> = {
  readonly name: string;
  /** The newest version: one more than there are migrations. */
  readonly version: number;
  /** The newest answers: as they are read, and as they may be written. */
  readonly schemas: Readonly<Record<Strictness, v.GenericSchema<unknown, Answers>>>;
  /** `migrations[0]` leads from version 1 to 2 and back, and so on. */
  readonly migrations: readonly Migration[];
};

export type Migration = {
  /** What changed, in one line. */
  readonly what: string;
  readonly up: (answers: JsonObject) => JsonObject;
  readonly down: (answers: JsonObject) => JsonObject;
};

/** A version that only knows more fields or codes: nothing to convert, and an older version keeps what it cannot read. */
export const adds = (what: string): Migration => ({ what, up: (answers) => answers, down: (answers) => answers });

export const defineForm = <Answers>(form: {
  readonly name: string;
  readonly answers: (strictness: Strictness) => v.GenericSchema<unknown, Answers>;
  readonly migrations?: readonly Migration[];
}): FormDefinition<Answers> => {
  const migrations = form.migrations ?? [];
  const schemas = { reading: form.answers('reading'), writing: form.answers('writing') };
  return { name: form.name, version: migrations.length + 1, schemas, migrations };
};

export type AnswersOf<Definition> = Definition extends FormDefinition<infer Answers> ? Answers : never;

/** A form's name and version as an entry carries them: `birth@2`. */
export type FormKey = { readonly name: string; readonly version: number };

export const formKey = (definition: { readonly name: string; readonly version: number }): string =>
  `${definition.name}@${definition.version}`;

/** Reads `birth@2`; `null` when the text is not a form key. */
export const parseFormKey = (text: string): FormKey | null => {
  const match = /^([a-z][a-z0-9-]*)@([1-9]\d{0,5})$/.exec(text);
  return match?.[1] === undefined ? null : { name: match[1], version: Number(match[2]) };
};

/**
 * Answers of one version in the words of another. A version newer than this app knows is left as it is: its fields are
 * read as far as they are known.
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

/** Reads answers of any version as the newest one. Unknown fields and codes stay in the value. */
export const readAnswers = <Answers>(
  definition: FormDefinition<Answers>,
  answers: JsonObject,
  version: number = definition.version,
  strictness: Strictness = 'reading',
): Result<Answers, readonly RecordError[]> => {
  const current = migrateAnswers(definition, answers, version, definition.version);
  const parsed = v.safeParse(definition.schemas[strictness], current, { abortPipeEarly: true });
  return parsed.success ? ok(parsed.output) : err(recordErrorsFrom(parsed.issues, 'answers'));
};
