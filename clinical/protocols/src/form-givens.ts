/**
 * Names that the questions of a form may read although no sheet declares them. Whoever opens the form supplies their
 * values, and no conclusion reads them.
 *
 * - `today`: the day by the device's clock. A clock may be wrong, so a form uses it only for warnings (`plausible`);
 *   without it (in cases and simulations) there are no such warnings.
 */
export const formGivens: readonly string[] = ['today'];
