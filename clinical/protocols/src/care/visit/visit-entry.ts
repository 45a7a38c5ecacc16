/**
 * A visit as the record stores it: the answers under the protocol's names, exactly as entered, and what the worker was
 * shown.
 *
 * - Facts that the record already had are written again only when she changed them. The record stays their only source,
 *   so an old copy cannot override a later correction of the birth.
 * - An answer that was refused, or whose question is no longer asked, is set aside: kept, but read by nobody.
 * - `swept`: sections answered by one act; `confirmed`: warnings that she read and confirmed.
 */

import type { LocalDate } from '@denba/quantities/local-date';
import type { Language } from '@denba/quantities/text';
import { type Answer, type Answers, type Input, noAnswers } from '@denba/questionnaires/answers';
import type { QuestionState } from '@denba/questionnaires/form-state';
import { inputOf } from '@denba/questionnaires/input-of';
import { sameData } from '@denba/questionnaires/same-data';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import { formKey } from '@denba/records/form-definition';
import { type FormName, forms } from '@denba/records/form-registry';
import { protocolVersion } from '../../compile/protocol-version.ts';
import { storedFindings } from '../findings/stored-findings.ts';
import { visitFindings } from '../findings/visit-findings.ts';
import type { VisitOpening } from './open-visit.ts';
import type { VisitState } from './visit-state.ts';

/** For each form of the protocol, the form of the record that stores its answers. */
const recordForms: Readonly<Record<string, FormName>> = {
  'rapid-screen': 'mami-screen',
  assessment: 'mami-assessment',
  'follow-up': 'mami-visit',
  review: 'mami-visit',
  tracing: 'tracing',
  exit: 'mami-exit',
};

export type VisitDraft = {
  /** Form and version, for example `mami-visit@2`. */
  readonly form: string;
  readonly occurredOn: LocalDate;
  /** For example `mami@0.1.0+ml#3fa9c2d1e0b4` (see `protocol-version.ts`). */
  readonly protocolVersion: string;
  readonly answers: JsonObject;
  readonly findings: JsonObject;
};

/**
 * Throws when no form of the record stores this form of the protocol (an override is part of the visit that it
 * concerns).
 */
export const visitEntry = (state: VisitState, language: Language, today: LocalDate): VisitDraft => {
  const { engine, assessment } = state;
  const name = recordForms[engine.form.form.id];
  if (name === undefined) throw new TypeError(`no form of the record takes the form ${engine.form.form.id}`);
  const held = ['visit_date', 'tracing_date', 'exit_date'].map((date) =>
    inputOf(state.filling.view.values[date] ?? null),
  );
  const result = assessment.value('screen_result');
  return {
    form: formKey(forms[name]),
    occurredOn: (held.find((date) => typeof date === 'string') ?? today) as LocalDate,
    protocolVersion: protocolVersion(engine.protocol),
    answers: {
      ...visitAnswers(state),
      ...(name === 'mami-screen' && typeof result === 'string' ? { screen_result: result } : {}),
    },
    findings: storedFindings(visitFindings(assessment, language, engine.protocol)),
  };
};

export const visitAnswers = ({ filling, opening }: VisitState): JsonObject => {
  const { view, answers } = filling;
  const counted = view.questions.filter(({ answer }) => answer === 'answered' || answer === 'notAssessed');
  const told = counted.filter(({ path, input }) => !sameData(opening.fromRecord[path], input));
  const shown = new Set(counted.map(({ path }) => path));
  const aside = Object.entries(answers.byPath).filter(
    ([path, { input }]) => !shown.has(path) && !sameData(opening.fromRecord[path], input),
  );
  const confirmed = counted.flatMap(({ path }) => {
    const kinds = answers.byPath[path]?.confirmed ?? [];
    return kinds.length === 0 ? [] : [[path, kinds] as const];
  });
  return {
    ...Object.fromEntries(told.flatMap(answersTo)),
    ...(answers.swept.length === 0 ? {} : { swept: answers.swept }),
    ...(confirmed.length === 0 ? {} : { confirmed: Object.fromEntries(confirmed) }),
    ...(aside.length === 0
      ? {}
      : { set_aside: Object.fromEntries(aside.map(([path, { input }]) => [path, json(input)])) }),
  };
};

/**
 * Several readings of one measurement: the value that is used under the measurement's name, and all readings beside it.
 */
const answersTo = ({ path, input, value, question }: QuestionState): readonly (readonly [string, JsonValue])[] =>
  question.readings !== null && Array.isArray(input) && typeof value === 'number'
    ? [
        [path, value],
        [`${path}_readings`, json(input)],
      ]
    : [[path, json(input)]];

const json = (input: Input | null): JsonValue => input as JsonValue;

/** Fields of an entry that are not answers to a question. */
const reserved: ReadonlySet<string> = new Set(['swept', 'confirmed', 'set_aside', 'screen_result']);

/**
 * The answers of an entry, to be shown again and corrected; where the entry has no answer, the facts of the record
 * stay.
 */
export const answersFromEntry = (stored: JsonObject, opening: Pick<VisitOpening, 'answers'>): Answers => {
  const confirmed = objectIn(stored, 'confirmed');
  const told = { ...objectIn(stored, 'set_aside'), ...stored };
  const byPath = Object.entries(told).flatMap(([path, value]): [string, Answer][] => {
    if (reserved.has(path) || value === null || path.endsWith('_readings')) return [];
    const input = (told[`${path}_readings`] ?? value) as Input;
    const kinds = confirmed[path];
    return [[path, { input, confirmed: Array.isArray(kinds) ? kinds.map(String) : [] }]];
  });
  const { swept } = stored;
  return {
    ...noAnswers,
    byPath: { ...opening.answers.byPath, ...Object.fromEntries(byPath) },
    swept: Array.isArray(swept) ? swept.map(String) : [],
  };
};

/** The answers that a correction sets so that `before` becomes `after`; `null` takes an answer back. */
export const changedAnswers = (before: JsonObject, after: JsonObject): JsonObject =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name): [string, JsonValue][] =>
      sameData(before[name] ?? null, after[name] ?? null) ? [] : [[name, after[name] ?? null]],
    ),
  );

const objectIn = (stored: JsonObject, name: string): JsonObject => {
  const value = stored[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
};
