/**
 * The label up to its first colon: after it come the value in titles of parameters, and the answers in labels of
 * questions.
 */
export const shortLabel = (label: string): string => label.split(/\s*:\s/, 1)[0] ?? label;
