/** Imports a list of places, uploaded as a file or pasted from a spreadsheet: first tried without effect, then done. */

import { answerHere } from '@denba/kit/html/answer-here';
import { type Html, html } from '@denba/kit/html/html';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { notAllowed, tooLarge } from '../../http/refusal.ts';
import type { ManagedSite } from '../../managed-site.ts';
import { pathsWhere } from '../../people/authorisation.ts';
import { mayAct } from '../../people/signed-in.ts';
import { exportPlaces } from '../../places/export-places.ts';
import { type Imported, importPlaces, MOST_SHEET_BYTES } from '../../places/import-places.ts';
import { sheetColumns } from '../../places/place-sheet.ts';
import { type adminPages, fieldsOf } from '../admin-pages.ts';
import { layout } from '../layout.ts';
import type { OwnVisit } from '../visit.ts';

const importFields = v.object({
  csv: v.string(),
  /** Text of the uploaded file, which is used instead of `csv`; empty when no file was chosen. */
  chosen: v.optional(v.string(), ''),
  act: v.picklist(['try', 'do']),
});

export const importPages = (
  scope: FastifyInstance,
  { own }: ReturnType<typeof adminPages>,
  site: ManagedSite,
): void => {
  const show = (visit: OwnVisit): Html => {
    if (pathsWhere(visit.viewer.grants, 'write', 'places').length === 0) throw notAllowed();
    return importPage(visit, '', null);
  };
  own.page('/import', show);
  own.form(
    '/import',
    async (visit) => {
      const { csv, chosen, act } = fieldsOf(importFields, visit.fields);
      const text = chosen.trim() === '' ? csv : chosen;
      if (text.length > MOST_SHEET_BYTES) throw tooLarge();
      return importPage(visit, text, await importPlaces(site, visit.viewer, { csv: text, dryRun: act === 'try' }));
    },
    show,
    // After a trial the page holds the list, which may be sent again beside another file; URL-encoded, an accented
    // letter takes six characters.
    3 * MOST_SHEET_BYTES,
  );

  scope.get('/export', async (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="denba-places.csv"')
      .send(await exportPlaces(site, await mayAct(site, site.secure, request))),
  );
};

const importPage = (visit: OwnVisit, text: string, imported: Imported | null): Html => {
  const { t } = visit;
  return layout(
    visit,
    t('import.title'),
    html`${imported !== null && outcome(visit, imported)}
${
  imported?.done !== true &&
  html`<p>${t('import.text', { columns: sheetColumns.join(', ') })}</p>
<form method="post" action="/admin/import" enctype="multipart/form-data">
<p class="field"><label for="chosen">${t('import.chosen')}</label>
<input id="chosen" name="chosen" type="file" accept=".csv,.txt,text/csv,text/plain"></p>
<p class="field"><label for="csv">${t('import.pasted')}</label>
<textarea id="csv" name="csv" rows="12" spellcheck="false" wrap="off">
${text}</textarea></p>
<p><button class="primary" name="act" value="try">${t('import.try')}</button>
${imported?.problems.length === 0 && html`<button class="primary" name="act" value="do">${t('import.do')}</button>`}</p>
</form>`
}
<p><a href="/admin/places">${t('import.back')}</a></p>`,
  );
};

const outcome = ({ t, language }: OwnVisit, { done, created, updated, unchanged, problems }: Imported): Html => {
  if (problems.length > 0) {
    return html`<p class="problem" role="alert"${answerHere}>${t('import.problems', { count: problems.length })}</p>
<ul class="cards">${problems
      .slice(0, 200)
      .map(
        ({ line, column, problem, remedy }) =>
          html`<li><h2>${
            column === null ? t('import.line', { line }) : t('import.cell', { line, column })
          }</h2><p>${problem[language]}</p><p>${remedy[language]}</p></li>`,
      )}</ul>`;
  }
  return html`<div role="status"${answerHere}><p>${t(done ? 'import.done' : 'import.would')}</p>
<ul><li>${t('import.created', { count: created })}</li><li>${t('import.updated', { count: updated })}</li>
<li>${t('import.unchanged', { count: unchanged })}</li></ul></div>`;
};
