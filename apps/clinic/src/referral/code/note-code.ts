/** Writes a note as the text of a QR code, small enough to be read from paper, and reads it back. */
import { err, ok, type Result } from '@denba/quantities/result';
import type { NoteFacts } from '../note/note-facts.ts';
import { compactNote, noteFromCompact } from './compact-note.ts';
import { type CodeProblem, readCode, type Sign, writeCode } from './signed-code.ts';

/** Capacity in characters of a QR code of version 20, medium correction, alphanumeric: ISO/IEC 18004, table 7. */
export const MOST_LETTERS = 970;

export type ReadNote = {
  readonly note: NoteFacts;
  readonly fingerprint: string;
  /** The number of values that only a newer Denba can read. */
  readonly unread: number;
};

export type NoteProblem = CodeProblem | /** Correctly signed, but no note. */ { readonly kind: 'notANote' };

/** `shortened`: the code contains less than the paper. */
export const noteCode = async (
  note: NoteFacts,
  sign: Sign,
): Promise<{ readonly code: string; readonly shortened: boolean }> => {
  for (const [step, shorten] of shortenings.entries()) {
    const code = await writeCode(compactNote(shorten(note)), sign);
    if (code.length <= MOST_LETTERS) return { code, shortened: step > 0 };
  }
  const least = await writeCode(compactNote(essentials(note)), sign);
  return { code: least, shortened: true };
};

export const readNote = async (text: string): Promise<Result<ReadNote, NoteProblem>> => {
  const read = await readCode(text);
  if (!read.ok) return read;
  const found = noteFromCompact(read.value.content);
  if (found === null) return err({ kind: 'notANote' });
  return ok({ ...found, fingerprint: read.value.fingerprint });
};

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
const cutOrNull = (text: string | null, most: number): string | null => (text === null ? null : cut(text, most));

const texts = (note: NoteFacts, most: number): NoteFacts => ({
  ...note,
  reasons: note.reasons.map((reason) => cut(reason, most)),
  dangerSigns: note.dangerSigns.map((sign) => cut(sign, most)),
  stay: {
    ...note.stay,
    diagnosis: cutOrNull(note.stay.diagnosis, most),
    treatment: cutOrNull(note.stay.treatment, most),
    advice: cutOrNull(note.stay.advice, most),
  },
});

/**
 * Tried in order until the code fits. They cut texts and drop older weighings and further reasons, but keep names, the
 * last weight, the class, all danger signs and all care. Only `essentials`, the last resort, limits these too.
 */
const shortenings: readonly ((note: NoteFacts) => NoteFacts)[] = [
  (note) => note,
  (note) => texts(note, 100),
  (note) => texts({ ...note, weighings: note.weighings.slice(0, 2), reasons: note.reasons.slice(0, 4) }, 80),
  (note) => texts({ ...note, weighings: note.weighings.slice(0, 2), reasons: note.reasons.slice(0, 3) }, 60),
  (note) => texts({ ...note, weighings: note.weighings.slice(0, 1), reasons: note.reasons.slice(0, 2) }, 45),
];

const essentials = (note: NoteFacts): NoteFacts => {
  const short = texts({ ...note, weighings: note.weighings.slice(0, 1), reasons: [] }, 30);
  return {
    ...short,
    dangerSigns: short.dangerSigns.slice(0, 6),
    care: short.care.filter(({ given }) => given).slice(0, 6),
    from: {
      centre: cut(note.from.centre, 40),
      author: cut(note.from.author, 30),
      phone: cutOrNull(note.from.phone, 20),
    },
    to: { place: note.to.place, facility: cutOrNull(note.to.facility, 40) },
    family: { ...note.family, village: cutOrNull(note.family.village, 30), phone: cutOrNull(note.family.phone, 20) },
    mother: { ...note.mother, name: cutOrNull(note.mother.name, 40) },
    child: { ...note.child, name: cutOrNull(note.child.name, 40) },
  };
};
