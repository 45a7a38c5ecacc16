/**
 * Names that the questions of a form may read and that no sheet declares: whoever opens the form gives them, and nobody
 * concludes from them.
 *
 * - `today`: the day by the device. A clock may be wrong, so a form only questions by it (`plausible`); where no day is
 *   given (cases, simulations), nothing is questioned.
 */
export const formGivens: readonly string[] = ['today'];
