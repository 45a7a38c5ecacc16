/** 95 % interval of a share by Wilson's score (E. B. Wilson, JASA 1927), which stays within 0 and 100 and holds for few. */
export const wilson = (numerator: number, denominator: number): { readonly low: number; readonly high: number } => {
  const share = numerator / denominator;
  const square = Z95 * Z95;
  const middle = (share + square / (2 * denominator)) / (1 + square / denominator);
  const half =
    (Z95 * Math.sqrt((share * (1 - share)) / denominator + square / (4 * denominator * denominator))) /
    (1 + square / denominator);
  // The share itself is inside, whatever the last binary digit says.
  return {
    low: Math.min(share, Math.max(0, middle - half)),
    high: Math.max(share, Math.min(1, middle + half)),
  };
};

/** The 97.5th centile of the normal distribution. */
const Z95 = 1.959963984540054;
