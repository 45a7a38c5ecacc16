/**
 * How a note fits on one A5 page. Lines are counted roughly, from the length of the texts: a note that says much is
 * written smaller and without the slip for a handwritten answer; one that says more still has its texts cut short, and
 * the code keeps them longer.
 */
import type { NoteFacts } from './note-facts.ts';

export type PaperRoom = 'roomy' | 'full';

/** Beside the code. */
const LETTERS_PER_LINE = 44;
/** Birth, home, class, titles, the line of measures, the line for the mother. */
const FIXED_LINES = 13;
const ROOMY_LINES = 34;
const FULL_LINES = 48;

const MOST_REASONS = 5;
const MOST_SIGNS = 6;
const MOST_CARE = 8;
const LONG_TEXT = 150;
const SHORT_TEXT = 86;

export type PaperNote = { readonly note: NoteFacts; readonly room: PaperRoom };

/** What the paper shows: the heaviest first. */
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
