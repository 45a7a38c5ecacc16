import type { Report } from './cells.ts';
import type { ChoiceLists } from './choices.ts';
import type { Element } from './compiled-protocol.ts';

/** What compiling a question needs from the rest of the protocol. */
export type FormContext = {
  readonly elements: ReadonlyMap<string, Element>;
  readonly choices: ChoiceLists;
  readonly report: Report;
};
