/**
 * Names that people typed, made safe for lists, files and logs: on one line, without marks that change the reading
 * order.
 */
import * as v from 'valibot';

/** Refuses control characters, line ends, and marks that change the direction of the text after them. */
export const onOneLine = v.regex<string>(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u);
