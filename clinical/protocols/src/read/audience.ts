/**
 * Whom content is for: the column `for` of rows, questions and actions, and of a card's header. Each word names a
 * boolean value of the protocol (`mother_alive`): where it is false, a row does not apply and a question is not asked.
 * `anyone` sets no condition: somebody read the text and found it true of everybody.
 */
import { cell, type Row } from './sheet.ts';

export const anyone = 'anyone';

/** A condition under which certain words may be said, from `protocol.yaml`. */
export type Audience = {
  readonly name: string;
  /** The beginnings of these words, by language. */
  readonly words: Readonly<Record<string, readonly string[]>>;
};

export const audiencesIn = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

export const audiencesOf = (row: Row): readonly string[] => audiencesIn(cell(row, 'for'));

/** The names that set a condition, which are all except `anyone`. */
export const conditionsIn = (audiences: readonly string[]): readonly string[] =>
  audiences.filter((word) => word !== anyone);
