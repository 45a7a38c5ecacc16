/** Parses JSON from outside, for a schema to validate. Returns `null` for a text that is not JSON. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
