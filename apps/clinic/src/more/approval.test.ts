import { describe, expect, it } from 'vitest';
import { approvalOf } from './approval.ts';

describe('a protocol is called approved', () => {
  it('only with who approved it and when', () => {
    expect(approvalOf({ status: 'approved', approvedBy: 'Dr Keïta', approvedOn: '2027-01-05' })).toEqual({
      kind: 'approved',
      by: 'Dr Keïta',
      on: '2027-01-05',
    });
  });
  it.each([
    { status: 'draft', approvedBy: 'Dr Keïta', approvedOn: '2027-01-05' },
    { status: 'approved', approvedBy: ' ', approvedOn: '2027-01-05' },
    { status: 'approved', approvedBy: 'Dr Keïta', approvedOn: '' },
    { status: '', approvedBy: '', approvedOn: '' },
  ])('never as $status by "$approvedBy" on "$approvedOn"', (approval) => {
    expect(approvalOf(approval)).toEqual({ kind: 'draft' });
  });
});
