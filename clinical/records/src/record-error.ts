/**
 * What can be wrong with input that should become a record, and what to do about it. One rule applies to all errors:
 * nothing is written, and the answers are shown again with the field marked.
 *
 * `found` repeats what was entered and may hold a patient's data: show it only to the person who entered it, and never
 * log it.
 */
import type { Text } from '@denba/quantities/text';
import type { BaseIssue } from 'valibot';

export type RecordErrorKind =
  | 'missing'
  | 'wrongType'
  | 'notADate'
  | 'notATime'
  | 'notAnId'
  | 'notAWholeNumber'
  | 'negative'
  | 'empty'
  | 'unknownCode'
  | 'notAForm'
  | 'wrongDevice'
  | 'wrongSequence';

export type RecordError = {
  readonly kind: RecordErrorKind;
  /** Path of the field in the data: `answers.birth_weight_g`, `occurredOn`. */
  readonly path: string;
  readonly found: string;
  readonly message: Text;
  readonly cure: Text;
};

/** The error of one field. `expected` (a type, a list of codes) is inserted into the text of the cure. */
export const recordError = (
  kind: RecordErrorKind,
  path: string,
  found: unknown,
  expected: string = '',
): RecordError => ({ kind, path, found: shorten(found), ...wording(kind, path, expected) });

/**
 * Converts the issues of the schema library (valibot) to `RecordError`. `under` is put before each path (`answers`).
 */
export const recordErrorsFrom = (issues: readonly BaseIssue<unknown>[], under: string = ''): readonly RecordError[] =>
  issues.map((issue) => {
    const steps = (issue.path ?? []).map((step) => String(step.key));
    const path = [...(under === '' ? [] : [under]), ...steps].join('.');
    if (issue.received === 'undefined') return recordError('missing', path, issue.input);
    if (issue.kind === 'schema') return recordError('wrongType', path, issue.input, issue.expected ?? '');
    const [kind, expected] = issue.message.split('|');
    return recordError(isKind(kind) ? kind : 'wrongType', path, issue.input, expected ?? issue.expected ?? '');
  });

const shorten = (found: unknown): string => {
  const text = found === undefined ? '' : (JSON.stringify(found) ?? typeof found);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

const wording = (kind: RecordErrorKind, path: string, expected: string): { message: Text; cure: Text } => {
  const [fr, en, cureFr, cureEn] = words[kind];
  const fill = (text: string): string => text.replace('{path}', path).replace('{expected}', expected);
  return { message: { fr: fill(fr), en: fill(en) }, cure: { fr: fill(cureFr), en: fill(cureEn) } };
};

const words: Readonly<Record<RecordErrorKind, readonly [fr: string, en: string, cureFr: string, cureEn: string]>> = {
  missing: ['Il manque « {path} ».', '"{path}" is missing.', 'Remplissez « {path} ».', 'Fill in "{path}".'],
  wrongType: [
    '« {path} » n’a pas la forme attendue.',
    '"{path}" is not of the expected type.',
    'Donnez une valeur de type {expected}.',
    'Give a value of type {expected}.',
  ],
  notADate: [
    '« {path} » n’est pas une date du calendrier.',
    '"{path}" is not a calendar date.',
    'Écrivez la date comme 2026-03-01 (année-mois-jour).',
    'Write the date as 2026-03-01 (year-month-day).',
  ],
  notATime: [
    '« {path} » n’est pas une heure d’horloge hybride.',
    '"{path}" is not a hybrid clock time.',
    'Prenez l’heure que donne l’horloge de l’appareil.',
    'Take the time that the device’s hybrid clock gives.',
  ],
  notAnId: [
    '« {path} » n’est pas un identifiant.',
    '"{path}" is not an identifier.',
    'Donnez 1 à 128 caractères, sans espace.',
    'Give 1 to 128 characters without spaces.',
  ],
  notAWholeNumber: [
    '« {path} » doit être un nombre entier.',
    '"{path}" must be a whole number.',
    'Donnez un nombre sans virgule.',
    'Give a number without decimals.',
  ],
  negative: [
    '« {path} » ne peut pas être négatif.',
    '"{path}" cannot be negative.',
    'Vérifiez le nombre et son signe.',
    'Check the number and its sign.',
  ],
  empty: ['« {path} » est vide.', '"{path}" is empty.', 'Écrivez « {path} ».', 'Write "{path}".'],
  unknownCode: [
    '« {path} » porte un code que cette version ne connaît pas.',
    '"{path}" holds a code that this version does not know.',
    'Choisissez parmi : {expected}.',
    'Choose one of: {expected}.',
  ],
  notAForm: [
    '« {path} » ne nomme pas un formulaire et sa version.',
    '"{path}" does not name a form and its version.',
    'Écrivez le nom et la version, comme birth@2.',
    'Write the name and the version, such as birth@2.',
  ],
  wrongDevice: [
    '« {path} » nomme un autre appareil que celui du journal.',
    '"{path}" names another device than that of the log.',
    'Ajoutez la saisie au journal de son propre appareil.',
    'Append the entry to the log of its own device.',
  ],
  wrongSequence: [
    '« {path} » n’est pas un numéro d’ordre.',
    '"{path}" is not a sequence number.',
    'Les saisies d’un appareil sont numérotées 1, 2, 3…',
    'The entries of a device are numbered 1, 2, 3…',
  ],
};

const isKind = (text: string | undefined): text is RecordErrorKind => text !== undefined && text in words;
