import { html } from '@denba/kit/html/html';
import type { CalendarComparison } from '@denba/protocols/what-if/calendar/calendar-comparison';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../words/words.ts';
import { calendarPart } from './calendar-part.ts';

const sixWeeks = { id: 'MAMI.S.16', title: { fr: 'Six semaines', en: 'Six weeks' } };
const calendar: CalendarComparison = {
  counted: [
    {
      ...sixWeeks,
      cells: [
        { month: '2026-02', place: 'kati', base: 40, draft: 10 },
        { month: '2026-02', place: 'bla', base: 3, draft: 0 },
        { month: '2026-03', place: 'bla', base: 0, draft: 20 },
      ],
    },
  ],
  notCounted: [{ id: 'MAMI.S.09', title: { fr: 'Repeser', en: 'Weigh again' } }],
};
const page = (mayOpen: boolean, shown: CalendarComparison | null = calendar, byBoth = false): string =>
  html`${calendarPart(wordsIn('fr'), { placeName: (id) => id, mayOpen: () => mayOpen }, shown, byBoth)}`.text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the contacts of the calendar, beside the visits', () => {
  it('are told by contact, centre and month, with how many more or fewer', () => {
    const text = page(true);
    expect(text).toContain('ce que le calendrier demande, pas ce qui a été fait');
    expect(text).toContain('Six semaines 43 30 −13');
    expect(text).toContain('kati 40 10 −30 bla 3 20 +17');
    expect(text).toMatch(/févr[^ ]* 2026 43 10 −33 mars 2026 0 20 \+20/);
    expect(text).toContain('Repeser (MAMI.S.09)');
    expect(text).not.toContain('bla, mars');
    expect(page(true, calendar, true)).toMatch(/bla, mars 2026 0 20 \+20/);
  });

  it('hide small numbers from whoever may not open the register', () => {
    const text = page(false);
    // Only the number of Bla is small, but that of Kati is hidden too: otherwise the number of Bla is the sum less that
    // of Kati.
    expect(text).toContain('kati non montré non montré bla non montré non montré');
    expect(text).toContain('Six semaines 43 30 −13');
  });

  it('are not there where no day of the calendar changes', () => {
    expect(page(true, null).trim()).toBe('');
  });
});
