/** Reads a file that holds one assessment: an entry of the record, or its answers alone. */
import { exitCode } from '../command-line/exit-code.ts';
import { Stop } from '../command-line/failure.ts';
import { jsonErrorPosition } from './json-error-position.ts';

export type EntryInputs = Readonly<Record<string, unknown>>;

export const readEntry = (file: string, text: string): EntryInputs => {
  const value = parseJson(file, text.replace(/^\uFEFF/, ''));
  if (!isObject(value)) throw new Stop(notAnEntry(file));
  if (!Object.hasOwn(value, 'answers')) return value;
  const { answers, occurredOn } = value;
  if (!isObject(answers)) throw new Stop(notAnEntry(file));
  return typeof occurredOn === 'string' ? { visit_date: occurredOn, ...answers } : answers;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseJson = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Stop({
      exit: exitCode.cannotRead,
      place: { file, ...placeOf(text) },
      what:
        text.trim() === ''
          ? { fr: 'ce fichier est vide.', en: 'this file is empty.' }
          : { fr: "ce n'est pas du JSON : la lecture s'arrête ici.", en: 'this is not JSON: reading stops here.' },
      cure: {
        fr: 'Cherchez juste avant une virgule, un guillemet ou une accolade qui manque ou qui est de trop.',
        en: 'Look just before this for a comma, quote or brace that is missing or one too many.',
      },
    });
  }
};

const placeOf = (text: string): { readonly line: number; readonly column: string } => {
  const before = text.slice(0, jsonErrorPosition(text)).split('\n');
  return { line: before.length, column: String((before.at(-1)?.length ?? 0) + 1) };
};

const notAnEntry = (file: string) => ({
  exit: exitCode.cannotRead,
  place: { file },
  what: {
    fr: "ce JSON n'est ni une saisie ni un objet de réponses.",
    en: 'this JSON is neither an entry nor an object of answers.',
  },
  cure: {
    fr: 'Écrivez { "sex": "F", "birth_date": "2026-01-30", … } ou une saisie avec "answers".',
    en: 'Write { "sex": "F", "birth_date": "2026-01-30", … } or an entry with "answers".',
  },
});
