/**
 * Fits a note on one A5 page. The lines are estimated from the length of the texts: a long note is printed smaller and
 * without the slip for a handwritten answer; in a still longer one the texts are cut, while the code keeps more of
 * them.
 */
import type { NoteFacts } from './note-facts.ts';

export type PaperRoom = 'roomy' | 'full';

/** Characters per line beside the code. */
const LETTERS_PER_LINE = 44;
/** Lines that every note has: birth, home, class, titles, measurements, mother. */
const FIXED_LINES = 13;
const ROOMY_LINES = 34;
const FULL_LINES = 48;

const MOST_REASONS = 5;
const MOST_SIGNS = 6;
const MOST_CARE = 8;
const LONG_TEXT = 150;
const SHORT_TEXT = 86;

export type PaperNote = { readonly note: NoteFacts; readonly room: PaperRoom };

/** The part of the note that fits on the paper; the most severe reasons come first and are kept. */
export const fittedToPaper = (whole: NoteFacts): PaperNote => {
  const note = cutTo(whole, LONG_TEXT);
  const lines = linesOf(note);
  if (lines <= ROOMY_LINES) return { note, room: 'roomy' };
  return { note: lines <= FULL_LINES ? note : cutTo(whole, SHORT_TEXT), room: 'full' };
};

const cutTo = (note: NoteFacts, most: number): NoteFacts => {
  const cut = (text: string): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
  const cutOrNull = (text: string | null): string | null => (text === null ? null : cut(text));
  return {
    ...note,
    reasons: note.reasons.slice(0, MOST_REASONS).map(cut),
    dangerSigns: note.dangerSigns.slice(0, MOST_SIGNS).map(cut),
    care: note.care.slice(0, MOST_CARE),
    stay: {
      ...note.stay,
      diagnosis: cutOrNull(note.stay.diagnosis),
      treatment: cutOrNull(note.stay.treatment),
      advice: cutOrNull(note.stay.advice),
    },
  };
};

const linesOf = ({ reasons, dangerSigns, care, weighings, stay, mother, child, journey }: NoteFacts): number => {
  const texts = [...reasons, ...dangerSigns, stay.diagnosis, stay.treatment, stay.advice, mother.name, child.name];
  const written = texts.reduce((sum, text) => sum + Math.ceil((text ?? '').length / LETTERS_PER_LINE), 0);
  const travel = journey.accompaniedBy === null && journey.transport === null ? 0 : 1;
  return written + care.length + weighings.length + travel + FIXED_LINES;
};
