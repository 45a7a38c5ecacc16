/** What one comparison says about two registrations being one family: bits for or against, and the reasons to show. */
import type { DuplicateReason } from './duplicate-reason.ts';

export type Evidence = { readonly bits: number; readonly reasons: readonly DuplicateReason[] };

/** Something is missing on either side: missing says nothing. */
export const silence: Evidence = { bits: 0, reasons: [] };
