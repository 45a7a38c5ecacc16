import { describe, expect, it } from 'vitest';
import { fullReferral } from '../code/note-example.ts';
import type { NoteFacts } from './note-facts.ts';
import { fittedToPaper } from './paper-room.ts';

const sentence = 'Une phrase de la visite, qui dit longuement ce qui a été vu, mesuré et comparé. ';
const many = (count: number, length: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${n} ${sentence.repeat(3)}`.slice(0, length));
const fitted = (over: Partial<NoteFacts>) => fittedToPaper({ ...fullReferral, ...over });

describe('a note on one page', () => {
  it('keeps the slip for a handwritten answer when it says what notes usually say', () => {
    expect(fitted({})).toEqual({ note: fullReferral, room: 'roomy' });
  });

  it('gives the slip up when it says much, and cuts nothing', () => {
    const reasons = many(5, 90);
    expect(fitted({ reasons })).toMatchObject({ room: 'full', note: { reasons } });
  });

  it('cuts texts when it says more than a page holds, and says that it did', () => {
    const { note, room } = fitted({ reasons: many(9, 200), dangerSigns: many(9, 200) });
    expect(room).toBe('full');
    expect([note.reasons.length, note.dangerSigns.length]).toEqual([5, 6]);
    for (const text of [...note.reasons, ...note.dangerSigns]) {
      expect(text.length).toBeLessThanOrEqual(90);
      expect(text.endsWith('…')).toBe(true);
    }
  });
});
