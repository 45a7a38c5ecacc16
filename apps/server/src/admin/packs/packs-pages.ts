/** The page of the protocols that this server stores, and the form that adds another one. */

import { answerHere } from '@denba/kit/html/answer-here';
import { type Html, html } from '@denba/kit/html/html';
import { MOST_PACK_BYTES } from '@denba/sync/packs/pack';
import * as v from 'valibot';
import { notAllowed } from '../../http/refusal.ts';
import type { ManagedSite } from '../../managed-site.ts';
import { type BroughtPack, bringPack, mayBringPacks } from '../../packs/bring-pack.ts';
import { type ListedPack, listPacks } from '../../packs/list-packs.ts';
import { pathsWhere } from '../../people/authorisation.ts';
import type { Viewer } from '../../people/viewer.ts';
import { type adminPages, fieldsOf } from '../admin-pages.ts';
import { layout } from '../layout.ts';
import { sayDay } from '../say.ts';
import type { OwnVisit } from '../visit.ts';
import { packName, sayOverlays } from './say-pack.ts';

const packFields = v.object({ pack: v.string() });

export const mayReadPacks = ({ grants }: Viewer): boolean => pathsWhere(grants, 'read', 'packs').length > 0;

export const packsPages = ({ own }: ReturnType<typeof adminPages>, site: ManagedSite): void => {
  const show = async (visit: OwnVisit): Promise<Html> => {
    if (!mayReadPacks(visit.viewer)) throw notAllowed();
    return packsPage(visit, await listPacks(site.db), site.shippedPack, null);
  };
  own.page('/packs', show);
  own.form(
    '/packs',
    async (visit) => {
      const brought = await bringPack(site, visit.viewer, fieldsOf(packFields, visit.fields).pack);
      return packsPage(visit, await listPacks(site.db), site.shippedPack, brought);
    },
    show,
    MOST_PACK_BYTES + 64 * 1024,
  );
};

const packsPage = (
  visit: OwnVisit,
  packs: readonly ListedPack[],
  shipped: string | null,
  brought: BroughtPack | null,
): Html => {
  const { t } = visit;
  return layout(
    visit,
    t('packs.title'),
    html`${brought !== null && html`<p role="status"${answerHere}>${t(brought.isNew ? 'packs.brought' : 'packs.known')}</p>`}
<p>${t('packs.text')}</p>
<ul class="cards">${packs.map((pack) => card(visit, pack, pack.id === shipped))}</ul>
${mayBringPacks(visit.viewer) && bringing(visit)}
<p><a href="/admin/places">${t('packs.back')}</a></p>`,
  );
};

const card = (visit: OwnVisit, pack: ListedPack, isShipped: boolean): Html => {
  const { t, language } = visit;
  const day = sayDay(visit, pack.broughtAt);
  return html`<li id="${pack.id}"><h2>${packName(pack)}</h2>
<p>${pack.title[language]}</p>
<p>${sayOverlays(visit, pack)}</p>
<p class="soft">${pack.broughtBy === null ? t('packs.from-release', { day }) : t('packs.by', { name: pack.broughtBy, day })}</p>
${isShipped && html`<p>${t('packs.default')}</p>`}</li>`;
};

const bringing = ({ t }: OwnVisit): Html => html`<h2>${t('packs.bring')}</h2>
<p>${t('packs.bring-text')}</p>
<form method="post" action="/admin/packs" enctype="multipart/form-data">
<p class="field"><label for="pack">${t('field.pack')}</label>
<input id="pack" name="pack" type="file" accept=".txt,text/plain" required></p>
<p><button class="primary">${t('packs.do')}</button></p>
</form>`;
