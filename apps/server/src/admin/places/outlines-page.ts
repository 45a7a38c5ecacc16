/**
 * Imports outlines of places for the maps: a GeoJSON is uploaded or pasted, first tried without effect, then imported.
 */
import { answerHere } from '@denba/kit/html/answer-here';
import { type Html, html } from '@denba/kit/html/html';
import * as v from 'valibot';
import { notAllowed } from '../../http/refusal.ts';
import type { ManagedSite } from '../../managed-site.ts';
import { type ImportedOutlines, importOutlines } from '../../outlines/import-outlines.ts';
import { MOST_GEOJSON_BYTES } from '../../outlines/read-geojson.ts';
import { pathsWhere } from '../../people/authorisation.ts';
import { type adminPages, fieldsOf } from '../admin-pages.ts';
import { layout } from '../layout.ts';
import type { OwnVisit } from '../visit.ts';

const outlineFields = v.object({
  geojson: v.string(),
  /** Text of the uploaded file, which is used instead of `geojson`; empty when no file was chosen. */
  chosen: v.optional(v.string(), ''),
  act: v.picklist(['try', 'do']),
});

export const outlinesPages = ({ own }: ReturnType<typeof adminPages>, site: ManagedSite): void => {
  const show = (visit: OwnVisit): Html => {
    if (pathsWhere(visit.viewer.grants, 'write', 'places').length === 0) throw notAllowed();
    return outlinesPage(visit, '', null);
  };
  own.page('/outlines', show);
  own.form(
    '/outlines',
    async (visit) => {
      const { geojson, chosen, act } = fieldsOf(outlineFields, visit.fields);
      const text = chosen.trim() === '' ? geojson : chosen;
      return outlinesPage(
        visit,
        text,
        await importOutlines(site, visit.viewer, { geojson: text, dryRun: act === 'try' }),
      );
    },
    show,
    // After a trial the page holds the text, which may be sent again beside another file.
    2 * MOST_GEOJSON_BYTES + 64 * 1024,
  );
};

const outlinesPage = (visit: OwnVisit, text: string, imported: ImportedOutlines | null): Html => {
  const { t } = visit;
  const mayDo = imported !== null && !imported.done && imported.places.length > 0;
  return layout(
    visit,
    t('outlines.title'),
    html`${imported !== null && outcome(visit, imported)}
${
  imported?.done !== true &&
  html`<p>${t('outlines.text')}</p>
<form method="post" action="/admin/outlines" enctype="multipart/form-data">
<p class="field"><label for="chosen">${t('outlines.chosen')}</label>
<input id="chosen" name="chosen" type="file" accept=".geojson,.json,application/geo+json,application/json"></p>
<p class="field"><label for="geojson">${t('outlines.pasted')}</label>
<textarea id="geojson" name="geojson" rows="8" spellcheck="false" wrap="off">
${text}</textarea></p>
<p><button class="primary" name="act" value="try">${t('import.try')}</button>
${mayDo && html`<button class="primary" name="act" value="do">${t('outlines.do', { count: imported.places.length })}</button>`}</p>
</form>`
}
<p><a href="/admin/places">${t('import.back')}</a></p>`,
  );
};

const MOST_LISTED = 200;

const outcome = ({ t, language }: OwnVisit, { done, places, problems }: ImportedOutlines): Html => html`
<div role="status"${answerHere}><p>${t(done ? 'outlines.done' : 'outlines.would', { count: places.length })}</p>
${places.length > 0 && html`<p>${places.slice(0, MOST_LISTED).join(', ')}</p>`}</div>
${
  problems.length > 0 &&
  html`<p class="problem" role="alert">${t('outlines.problems', { count: problems.length })}</p>
<ul class="cards">${problems
    .slice(0, MOST_LISTED)
    .map(
      ({ number, name, problem, remedy }) =>
        html`<li>${number !== null && html`<h2>${name === null ? t('outlines.one', { number }) : t('outlines.named', { number, name })}</h2>`}<p>${problem[language]}</p><p>${remedy[language]}</p></li>`,
    )}</ul>`
}`;
