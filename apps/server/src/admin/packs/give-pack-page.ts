/** The confirmation page before a protocol is given to a place: to which place, and what changes there. */

import { type Html, html } from '@denba/kit/html/html';
import type { Text } from '@denba/quantities/text';
import type { ListedPack } from '../../packs/list-packs.ts';
import type { Place } from '../../places/known-place.ts';
import { form, hidden } from '../fields.ts';
import { layout } from '../layout.ts';
import type { OwnVisit } from '../visit.ts';
import { packName } from './say-pack.ts';

export type Giving = {
  readonly place: Place;
  readonly pack: ListedPack;
  /** `null`: the place has no protocol now, or the changes are not known. */
  readonly changes: readonly Text[] | null;
  /** The value of the form: a pack id, or the choice to use the protocol of the place above. */
  readonly chosen: string;
};

export const givePackPage = (visit: OwnVisit, { place, pack, changes, chosen }: Giving): Html => {
  const { t, language } = visit;
  const here = `/admin/places/${encodeURIComponent(place.id)}`;
  return layout(
    visit,
    t('packs.giving', { place: place.name }),
    html`<p>${packName(pack)}</p>
${
  changes === null || changes.length === 0
    ? html`<p>${t(changes === null ? 'packs.changes-unknown' : 'packs.changes-nothing')}</p>`
    : html`<h2>${t('packs.changes')}</h2>
<ul>${changes.map((text) => html`<li>${text[language]}</li>`)}</ul>`
}
<p>${t('packs.give-text')}</p>
${form(`${here}/pack`, html`${hidden('pack', chosen)}${hidden('sure', 'yes')}`, t('packs.give'))}
<p><a href="${here}">${t('packs.give-not')}</a></p>`,
  );
};
