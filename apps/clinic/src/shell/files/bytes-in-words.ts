/** A number of bytes in decimal units (1 kB = 1000 bytes), with at most one decimal. */
export type ByteUnit = 'kB' | 'MB' | 'GB';
export type InUnit = { readonly value: number; readonly unit: ByteUnit };

const KILO = 1000;

export const bytesInWords = (bytes: number): InUnit => {
  if (bytes < KILO * KILO) return { value: Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / KILO)), unit: 'kB' };
  if (bytes < KILO ** 3) return { value: rounded(bytes / KILO ** 2), unit: 'MB' };
  return { value: rounded(bytes / KILO ** 3), unit: 'GB' };
};

const rounded = (value: number): number => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
