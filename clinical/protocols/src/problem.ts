/**
 * A problem in protocol content, worded for the person who can fix it: the file, row and column, what was found, what
 * to do. Bad content never throws: a clinician who edits a sheet gets the whole list at once.
 */
import type { Text } from '@denba/quantities/text';

export type Severity = 'error' | 'warning';

/** Every kind of problem that reading, compiling or checking can report. */
export type ProblemKind =
  | 'fileMissing'
  | 'fileUnknown'
  | 'notCsv'
  | 'notYaml'
  | 'cardShape'
  | 'columnMissing'
  | 'columnUnknown'
  | 'columnTwice'
  | 'rowTooLong'
  | 'cellMissing'
  | 'notANumber'
  | 'notABoolean'
  | 'notOneOf'
  | 'outOfRange'
  | 'nameInvalid'
  | 'nameTwice'
  | 'nameUnknown'
  | 'expressionWrong'
  | 'typeMismatch'
  | 'unitMismatch'
  | 'textMissing'
  | 'wordsMissing'
  | 'sourceMissing'
  | 'sourceUnknown'
  | 'statusMissing'
  | 'literalInCell'
  | 'codeUnknown'
  | 'gap'
  | 'overlap'
  | 'rowUnreachable'
  | 'tableWrong'
  | 'notAnalysed'
  | 'rowUnreached'
  | 'cycle'
  | 'parameterUnused'
  | 'referenceDangling'
  | 'contentUnused'
  | 'cardTooLong'
  | 'audienceMissing'
  | 'placeholderUnknown'
  | 'formWrong'
  | 'scheduleWrong'
  | 'vignetteWrong'
  | 'vignetteFails'
  | 'overlayMissing'
  | 'overlayMatchesNothing';

/** `line`: the line in the text file, starting at 1. `column`: the sheet's column or the YAML key. */
export type Place = { readonly file: string; readonly line?: number; readonly column?: string };

export type Problem = Place & {
  readonly severity: Severity;
  readonly kind: ProblemKind;
  readonly message: Text;
  /** What to do about it. */
  readonly cure: Text;
};

export const problem = (
  kind: ProblemKind,
  place: Place,
  message: Text,
  cure: Text,
  severity: Severity = 'error',
): Problem => ({ severity, kind, ...place, message, cure });

/** A place as text that people can look up: `tables/dt-03.csv:7 [waz]`. */
export const placeText = (place: Place): string =>
  `${place.file}${place.line === undefined ? '' : `:${place.line}`}${place.column === undefined ? '' : ` [${place.column}]`}`;
