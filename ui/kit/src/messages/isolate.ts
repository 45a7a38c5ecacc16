/**
 * Keeps a piece of text in its own reading order inside a line that is read the other way: without it a browser turns
 * the sign and the unit of a number round (« 2,66 z − »). The two marks are not seen. For the screen alone: what is
 * copied, sent or stored goes without them.
 */
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

export const isolate = (text: string): string => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;

/** Numbers in a sentence, each with its sign and the unit that a no-break space ties to it. */
export const isolateNumbers = (text: string): string => text.replace(NUMBER, isolate);

const NUMBER = /[+\u2212]?\d+(?:[.,\u202f]\d+)*(?:\u00a0[^\s\d.,:;!?()»]+|%|\/\p{L}+)?/gu;
