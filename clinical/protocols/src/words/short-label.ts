/** Up to the first colon: titles of parameters go on with the value, labels of questions with their answers. */
export const shortLabel = (label: string): string => label.split(/\s*:\s/, 1)[0] ?? label;
