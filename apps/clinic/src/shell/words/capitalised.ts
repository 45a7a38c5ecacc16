/** A value that stands alone on its line begins like a sentence. */
export const capitalised = (text: string): string => `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`;
