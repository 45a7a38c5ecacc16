/** Capitalises the first letter, for a value that stands alone on its line. */
export const capitalised = (text: string): string => `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`;
