/** The page of a place: its phones, its quarantine, and forms to add to it and to change it. */

import { type Html, html } from '@denba/kit/html/html';
import type { ListedDevice } from '../../devices/list-devices.ts';
import type { Quarantined } from '../../devices/quarantine.ts';
import type { PlaceState } from '../../places/change-place.ts';
import type { Place } from '../../places/known-place.ts';
import { mayLieIn, placeKinds } from '../../places/place-kinds.ts';
import { choice, field, form, hidden } from '../fields.ts';
import { layout } from '../layout.ts';
import { packPart, type ShownPack } from '../packs/place-pack.ts';
import { lostPhonesPart, type ShownLost } from '../phones/lost-phones-part.ts';
import { sayAgo, sayClock, sayDay } from '../say.ts';
import type { OwnVisit } from '../visit.ts';
import { changePart, closedPart } from './change-place-part.ts';

export type ShownPlace = {
  readonly place: Place;
  readonly state: PlaceState;
  /** Here and below, `null`: the viewer may not see it. */
  readonly devices: readonly ListedDevice[] | null;
  readonly quarantine: readonly Quarantined[] | null;
  readonly lost: ShownLost | null;
  readonly pack: ShownPack | null;
  readonly may: {
    readonly join: boolean;
    readonly revoke: boolean;
    readonly recover: boolean;
    readonly resolve: boolean;
    readonly write: boolean;
  };
};

export const placePage = (
  visit: OwnVisit,
  { place, state, devices, quarantine, lost, pack, may }: ShownPlace,
): Html => {
  const { t } = visit;
  const here = `/admin/places/${encodeURIComponent(place.id)}`;
  return layout(
    visit,
    place.name,
    html`<p class="soft">${t(`kind.${place.kind}`)}${place.code !== null && html` · ${t('place.code', { code: place.code })}`}</p>
${closedPart(visit, state)}
${devices !== null && phones(visit, devices, may)}
${may.join && state.closedOn === null && form(`${here}/join-codes`, html`<p>${t('place.join-text')}</p>`, t('place.join'))}
${pack !== null && packPart(visit, pack, `${here}/pack`)}
${lost !== null && lostPhonesPart(visit, lost, `${here}/lost-phones`)}
${quarantine !== null && apart(visit, quarantine, may.resolve ? `${here}/quarantine` : null)}
${may.write && state.closedOn === null && adding(visit, place, `${here}/places`)}
${may.write && changePart(visit, place, state, here)}`,
  );
};

const phones = (visit: OwnVisit, devices: readonly ListedDevice[], may: ShownPlace['may']): Html => {
  const { t } = visit;
  return html`<h2>${t('place.phones')}</h2>
${
  devices.length === 0
    ? html`<p>${t('place.no-phones')}</p>`
    : html`<ul class="cards">${devices.map((device) => phone(visit, device, may))}</ul>`
}`;
};

const phone = (visit: OwnVisit, device: ListedDevice, may: ShownPlace['may']): Html => {
  const { t, now } = visit;
  const clock = sayClock(visit, device.clockOffMs);
  return html`<li><h3>${device.name}</h3>
<p>${t('place.joined', { day: sayDay(visit, device.joinedAt) })}
 · ${t('places.last-contact', { ago: sayAgo(visit, device.lastSeenAt, now) })}
 · ${t('place.last-sent', { ago: sayAgo(visit, device.lastSentAt, now) })}</p>
${clock !== null && html`<p class="warning">${clock}</p>`}
${device.doubtfulEntries > 0 && html`<p>${t('place.doubtful', { count: device.doubtfulEntries })}</p>`}
${
  device.revokedAt !== null
    ? html`<p class="warning">${t('place.revoked', { day: sayDay(visit, device.revokedAt) })}</p>`
    : may.revoke &&
      html`<p><a class="danger" href="/admin/devices/${encodeURIComponent(device.id)}/revoke">${t('place.revoke')}</a></p>`
}
${may.recover && html`<p><a href="/admin/devices/${encodeURIComponent(device.id)}/recovery">${t('place.recovery')}</a></p>`}</li>`;
};

const apart = (visit: OwnVisit, quarantine: readonly Quarantined[], action: string | null): Html => {
  const { t } = visit;
  return html`<h2 id="quarantine">${t('quarantine.title')}</h2>
${
  quarantine.length === 0
    ? html`<p>${t('quarantine.none')}</p>`
    : html`<p>${t('quarantine.text')}</p>
<ul class="cards">${quarantine.map((one, at) => html`<li>${quarantined(visit, one, action, at)}</li>`)}</ul>`
}`;
};

const quarantined = (visit: OwnVisit, one: Quarantined, action: string | null, at: number): Html => {
  const { t } = visit;
  const ids = [hidden('device', one.device), hidden('seq', one.seq), hidden('hash', one.hash)];
  return html`<h3>${t('quarantine.one', { seq: one.seq, phone: one.deviceName ?? one.device })}</h3>
<p>${reason(visit, one.reason)} · ${t('quarantine.received', { day: sayDay(visit, one.receivedAt) })}</p>
${
  one.resolvedAt !== null
    ? html`<p class="soft">${t('quarantine.resolved', { day: sayDay(visit, one.resolvedAt), note: one.note ?? '' })}</p>`
    : action !== null &&
      html`<form method="post" action="${action}">${ids}
<p class="field"><label for="note-${at}">${t('field.note')}</label>
<input id="note-${at}" name="note" required minlength="3" maxlength="500" autocomplete="off"></p>
<p><button class="quiet">${t('quarantine.set-aside')}</button></p></form>`
}`;
};

const reasons = ['notAnEntry', 'tooLarge', 'brokenChain', 'fork', 'foreignDevice', 'wrongPlace', 'lostPhone'] as const;

const reason = ({ t }: OwnVisit, reason: string): string => {
  const known = reasons.find((one) => one === reason);
  return known === undefined ? reason : t(`quarantine.reason-${known}`);
};

const adding = ({ t, fields }: OwnVisit, place: Place, action: string): Html | null => {
  const kinds = placeKinds.filter((kind) => mayLieIn(kind, place.kind));
  if (kinds.length === 0) return null;
  return html`<h2>${t('place.add')}</h2>
${form(
  action,
  [
    field({ name: 'name', label: t('field.placeName'), capitals: true, value: fields['name'], most: 120 }),
    choice(
      'kind',
      t('field.kind'),
      kinds.map((kind) => [kind, t(`kind.${kind}`)]),
      fields['kind'],
    ),
    field({
      name: 'code',
      label: t('field.placeCode'),
      value: fields['code'],
      hint: t('place.code-hint'),
      needed: false,
      most: 40,
    }),
  ],
  t('place.add-do'),
)}`;
};
