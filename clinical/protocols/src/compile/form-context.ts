import type { Report } from './cells.ts';
import type { ChoiceLists } from './choices.ts';
import type { Element } from './compiled-protocol.ts';

/** What every question of a form needs to know of the protocol around it. */
export type FormContext = {
  readonly elements: ReadonlyMap<string, Element>;
  readonly choices: ChoiceLists;
  readonly report: Report;
};
