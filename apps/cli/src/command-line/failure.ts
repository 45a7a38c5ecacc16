/** A failure that ends a command early, with the message for the user: where, what is wrong, what to do. */
import type { Language, Text } from '@denba/quantities/text';
import type { ExitCode } from './exit-code.ts';

export type FailurePlace = { readonly file?: string; readonly line?: number; readonly column?: string };

export type Failure = {
  readonly exit: ExitCode;
  readonly place?: FailurePlace;
  readonly what: Text;
  readonly cure: Text;
};

/** Carries a failure out of streams and callbacks. Only `run-command-line.ts` catches it. */
export class Stop extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.what.en);
    this.failure = failure;
  }
}

export const placeText = ({ file, line, column }: FailurePlace): string =>
  `${file ?? ''}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : ` [${column}]`}`.trim();

export const failureText = ({ place, what, cure }: Failure, language: Language): string => {
  const where = place === undefined ? '' : placeText(place);
  const head = where === '' ? 'denba' : where;
  return `${head}${language === 'fr' ? ' :' : ':'} ${what[language]}\n  → ${cure[language]}`;
};
