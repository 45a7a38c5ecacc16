/** The rules for PINs. The store (slow key derivation, growing waits) protects against guessing, not the length. */
export const PIN_LENGTH = 6;

/** Whether the PIN is one repeated digit or a run up or down, which anybody would try first. */
export const isGuessable = (pin: string): boolean => {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]));
  const first = steps[0] ?? 0;
  return Math.abs(first) <= 1 && steps.every((step) => step === first);
};
