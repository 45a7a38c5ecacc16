/** The part of a place's page that changes it: name, population, and whether it is open. */
import { type Html, html } from '@denba/kit/html/html';
import type { LocalDate } from '@denba/quantities/local-date';
import type { PlaceState } from '../../places/change-place.ts';
import type { Place } from '../../places/known-place.ts';
import { field, form } from '../fields.ts';
import { sayLocalDay } from '../say.ts';
import type { OwnVisit } from '../visit.ts';

export const closedPart = (visit: OwnVisit, { closedOn }: PlaceState): Html | null =>
  closedOn === null
    ? null
    : html`<p class="warning">${visit.t('change.closed', { day: sayLocalDay(visit, closedOn as LocalDate) })}</p>`;

/** `here`: URL of the page of the place. */
export const changePart = (visit: OwnVisit, place: Place, state: PlaceState, here: string): Html => {
  const { t, fields } = visit;
  return html`<h2 id="change">${t('change.title')}</h2>
${form(
  `${here}/name`,
  field({
    name: 'placeName',
    label: t('field.placeName'),
    capitals: true,
    most: 120,
    value: fields['placeName'] ?? place.name,
  }),
  t('change.rename'),
  'quiet',
)}
<h3>${t('change.population')}</h3>
<p>${t('change.population-text')}</p>
${populations(visit, state)}
${form(
  `${here}/population`,
  [
    field({ name: 'year', label: t('field.year'), most: 4, value: fields['year'] }),
    field({
      name: 'people',
      label: t('field.people'),
      most: 15,
      value: fields['people'],
      needed: false,
      hint: t('change.people-hint'),
    }),
  ],
  t('change.population-do'),
  'quiet',
)}
${
  state.closedOn === null
    ? html`<p><a class="danger" href="${here}/close">${t('change.close')}</a></p>`
    : form(`${here}/reopen`, null, t('change.reopen'), 'quiet')
}`;
};

const populations = ({ t, language }: OwnVisit, { populations: known }: PlaceState): Html => {
  if (known.length === 0) return html`<p class="soft">${t('change.population-none')}</p>`;
  const grouped = new Intl.NumberFormat(language);
  return html`<ul>${known.map(
    ({ year, people }) =>
      html`<li>${t('change.population-of', { year: String(year), people: grouped.format(people) })}</li>`,
  )}</ul>`;
};
