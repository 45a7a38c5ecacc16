import { describe, expect, it } from 'vitest';
import { AGREE_WITHIN_MS, SHOW_WITHIN_MS, stateOf } from './recovery-request.ts';

const at = (ms: number) => new Date(Date.UTC(2026, 10, 26, 9) + ms);
const asked = { asked_by: 'awa', asked_at: at(0), agreed_by: null, agreed_at: null, ended_at: null };
const agreed = { ...asked, agreed_by: 'moussa', agreed_at: at(1000) };

describe('a request for a recovery key', () => {
  it('waits a day for somebody who agrees', () => {
    expect(stateOf(undefined, at(0))).toBe('none');
    expect(stateOf(asked, at(AGREE_WITHIN_MS - 1))).toBe('asked');
    expect(stateOf(asked, at(AGREE_WITHIN_MS))).toBe('none');
  });

  it('is open for an hour after that, and not when it was ended', () => {
    expect(stateOf(agreed, at(1000 + SHOW_WITHIN_MS - 1))).toBe('agreed');
    expect(stateOf(agreed, at(1000 + SHOW_WITHIN_MS))).toBe('none');
    expect(stateOf({ ...agreed, ended_at: at(2000) }, at(3000))).toBe('none');
    expect(stateOf({ ...asked, ended_at: at(2000) }, at(3000))).toBe('none');
  });
});
