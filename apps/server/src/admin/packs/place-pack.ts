/**
 * The part of a place's page about its protocol: which one it has, where that was chosen, and the form that gives it
 * another.
 */

import { type Html, html } from '@denba/kit/html/html';
import type { ManagedSite } from '../../managed-site.ts';
import { unknownPack } from '../../packs/give-pack.ts';
import { type ListedPack, listPacks } from '../../packs/list-packs.ts';
import { packDifference } from '../../packs/pack-difference.ts';
import { packOfPlace } from '../../packs/pack-of-place.ts';
import { may } from '../../people/authorisation.ts';
import { type Place, placeTo, readPlace } from '../../places/known-place.ts';
import { choice, form } from '../fields.ts';
import type { OwnVisit } from '../visit.ts';
import type { Giving } from './give-pack-page.ts';
import { packName } from './say-pack.ts';

export type ShownPack = {
  /** `null`: this server has no protocol to give. */
  readonly has: ListedPack | null;
  /** Name of the place at which the protocol was given; `null`: it came with the release. */
  readonly from: string | null;
  readonly isOwn: boolean;
  /** The packs that the viewer may give; `null`: the viewer has no right to give any. */
  readonly packs: readonly ListedPack[] | null;
};

/** Returns `null` when the viewer may not see the protocol of the place. */
export const shownPack = async (
  { db, shippedPack, now }: ManagedSite,
  { viewer }: OwnVisit,
  place: Place,
): Promise<ShownPack | null> => {
  if (!may(viewer.grants, 'read', 'packs', place.path)) return null;
  const has = await packOfPlace(db, place.path, shippedPack, now());
  const packs = await listPacks(db);
  const from = has?.from ?? null;
  return {
    has: packs.find(({ id }) => id === has?.pack) ?? null,
    from: from === null ? null : ((await readPlace(db, from))?.name ?? from),
    isOwn: from === place.id,
    packs: may(viewer.grants, 'give', 'packs', place.path) ? packs : null,
  };
};

/** Throws a `Refusal` when the viewer has no right, or the pack is unknown. `chosen`: the value of the form. */
export const givingTo = async (
  { db, shippedPack, now }: ManagedSite,
  { viewer }: OwnVisit,
  id: string,
  chosen: string,
): Promise<Giving> => {
  const place = await placeTo(db, viewer, 'give', 'packs', id);
  const above = place.path.slice(0, -`${place.id}/`.length);
  const next = chosen === AS_ABOVE ? (await packOfPlace(db, above, shippedPack, now()))?.pack : chosen;
  const pack = (await listPacks(db)).find((one) => one.id === next);
  if (pack === undefined) throw unknownPack();
  const has = (await packOfPlace(db, place.path, shippedPack, now()))?.pack;
  return { place, pack, chosen, changes: has === undefined ? null : await packDifference(db, has, pack.id) };
};

export const packPart = (
  { t }: OwnVisit,
  { has, from, isOwn, packs }: ShownPack,
  action: string,
): Html => html`<h2 id="pack">${t('packs.of-place')}</h2>
<p>${has === null ? t('packs.none') : packName(has)}</p>
${has !== null && html`<p class="soft">${from === null ? t('packs.chosen-release') : t('packs.chosen-by', { place: from })}</p>`}
${
  packs !== null &&
  packs.length > 0 &&
  form(
    action,
    html`<p>${t('packs.give-text')}</p>${choice(
      'pack',
      t('field.pack-of-place'),
      [
        ...(isOwn ? [[AS_ABOVE, t('packs.as-above')] as const] : []),
        ...packs.map((pack) => [pack.id, packName(pack)] as const),
      ],
      has?.id,
    )}`,
    t('packs.give-see'),
    'quiet',
  )
}`;

/** The choice to use the protocol of the place above; in code this is `null`, but a form sends text. */
export const AS_ABOVE = 'as-above';
