/** The result of one comparison: bits for (positive) or against (negative) one family, and the reasons to show. */
import type { DuplicateReason } from './duplicate-reason.ts';

export type Evidence = { readonly bits: number; readonly reasons: readonly DuplicateReason[] };

/** No evidence either way, because a value is missing on one side or both. */
export const silence: Evidence = { bits: 0, reasons: [] };
