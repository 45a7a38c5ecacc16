/** What a PIN may be. Its strength against guessing comes from the store (slow key, growing waits), not from its length. */
export const PIN_LENGTH = 6;

/** One digit repeated, or a run up or down: what anybody would try first. */
export const isGuessable = (pin: string): boolean => {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]));
  const first = steps[0] ?? 0;
  return Math.abs(first) <= 1 && steps.every((step) => step === first);
};
