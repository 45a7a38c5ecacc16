/** JSON from outside, for a schema to judge: `null` for a text that is none. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
