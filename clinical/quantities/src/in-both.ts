import type { Language, Text } from './text.ts';

/** A text made by saying it in each of the two languages. */
export const inBoth = (say: (language: Language) => string): Text => ({ fr: say('fr'), en: say('en') });
