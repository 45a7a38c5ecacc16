/**
 * Whether a protocol may be called approved: only with the name of the approver and the day. Otherwise it is a draft.
 */
import type { Approval } from '@denba/protocols/read/protocol-head';

export type ApprovalState =
  | { readonly kind: 'approved'; readonly by: string; readonly on: string }
  | { readonly kind: 'draft' };

export const approvalOf = ({ status, approvedBy, approvedOn }: Approval): ApprovalState =>
  status === 'approved' && approvedBy.trim() !== '' && approvedOn.trim() !== ''
    ? { kind: 'approved', by: approvedBy, on: approvedOn }
    : { kind: 'draft' };
