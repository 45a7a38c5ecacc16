/**
 * The contacts that the calendar asks for, today and with a draft. These are planned contacts, not contacts that took
 * place.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { CalendarCell, CalendarComparison } from '@denba/protocols/what-if/calendar/calendar-comparison';
import { groupBy } from '../counts/group-by.ts';
import { sayMonth } from '../words/months.ts';
import type { Words } from '../words/words.ts';
import { comparisonTable, type FigureView, type Line } from './comparison-table.ts';
import { hiddenParts, type Pair } from './hidden-numbers.ts';

export const calendarPart = (
  words: Words,
  view: FigureView,
  calendar: CalendarComparison | null,
  byBoth: boolean,
): Part => {
  if (calendar === null) return null;
  const { t, text } = words;
  const { counted, notCounted } = calendar;
  const cells = counted.flatMap((contact) => contact.cells);
  const place = (id: string) => ({ name: view.placeName(id) });
  return html`<section><h2 id="calendar">${t('replay.calendar')}</h2>
<p class="soft told">${t('replay.calendar-text')}</p>
${
  counted.length > 0 &&
  html`<h3 id="calendar-contacts">${t('replay.calendar-by-contact')}</h3>
${counts(
  words,
  view,
  'calendar-contacts',
  t('replay.calendar-contact'),
  counted.map((contact) => ({ name: text(contact.title), cells: contact.cells })),
)}
<h3 id="calendar-centres">${t('replay.calendar-by-centre')}</h3>
${counts(
  words,
  view,
  'calendar-centres',
  t('replay.centre'),
  [...groupBy(cells, (cell) => cell.place)].map(([id, of]) => ({ ...place(id), cells: of })),
)}
<h3 id="calendar-months">${t('replay.calendar-by-month')}</h3>
${counts(
  words,
  view,
  'calendar-months',
  t('replay.month'),
  [...groupBy(cells, ({ month }) => month)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, of]) => ({ name: sayMonth(words, month), cells: of })),
)}
${byBoth && bothPart(words, view, cells)}`
}
${
  notCounted.length > 0 &&
  html`<p>${t('replay.calendar-not-counted')}</p><ul>${notCounted.map(({ id, title }) => html`<li>${text(title)} (${id})</li>`)}</ul>`
}</section>`;
};

const bothPart = (words: Words, view: FigureView, cells: readonly CalendarCell[]): Html => {
  const { t } = words;
  const byKey = groupBy(cells, ({ month, place }) => `${month} ${place}`);
  const lines = [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return html`<h3 id="calendar-both">${t('replay.calendar-by-both')}</h3>
${counts(
  words,
  view,
  'calendar-both',
  t('replay.centre-month'),
  lines.map(([key, of]) => ({
    name: `${view.placeName(key.slice(8))}, ${sayMonth(words, key.slice(0, 7))}`,
    cells: of,
  })),
)}`;
};

type Counted = { readonly name: string; readonly cells: readonly CalendarCell[] };

const counts = (words: Words, view: FigureView, id: string, first: string, list: readonly Counted[]): Html => {
  const pairs = list.map(({ cells }) => ({
    ...calendarPair(cells),
    open: cells.every((one) => view.mayOpen(one.place)),
  }));
  const hidden = hiddenParts(pairs);
  const lines = list.map(({ name }, at): Line => {
    const { base = 0, draft = 0 } = pairs[at] ?? {};
    return { name, cells: [{ base, draft, hidden: hidden[at] === true }] };
  });
  return comparisonTable(words, id, first, lines, ['']);
};

export const calendarPair = (cells: readonly CalendarCell[]): Pair => ({
  base: cells.reduce((sum, one) => sum + one.base, 0),
  draft: cells.reduce((sum, one) => sum + one.draft, 0),
});
