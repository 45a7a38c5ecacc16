/**
 * Keeps a piece of text in its own direction inside a line of the opposite direction: without this a browser reverses
 * the sign and the unit of a number (« 2,66 z − »). The two marks are invisible. For display only: do not use it in
 * text that is copied, sent or stored.
 */
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

export const isolate = (text: string): string => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;

/** Isolates each number of a sentence together with its sign and the unit that a no-break space ties to it. */
export const isolateNumbers = (text: string): string => text.replace(NUMBER, isolate);

const NUMBER = /[+\u2212]?\d+(?:[.,\u202f]\d+)*(?:\u00a0[^\s\d.,:;!?()»]+|%|\/\p{L}+)?/gu;
