/** The part of a place's page about its lost phones: what they had not sent, and the one decision about it. */
import { type Html, html } from '@denba/kit/html/html';
import type { LostPhone } from '../../devices/lost-phones.ts';
import { hidden } from '../fields.ts';
import { sayDay } from '../say.ts';
import type { OwnVisit } from '../visit.ts';

/** `mayTake`, `mayLeave`: the rights of the viewer here. */
export type ShownLost = {
  readonly phones: readonly LostPhone[];
  readonly mayTake: boolean;
  readonly mayLeave: boolean;
};

export const LOST = 'lost-phones';

export const lostPhonesPart = (visit: OwnVisit, { phones, ...may }: ShownLost, action: string): Html | null => {
  const { t } = visit;
  if (phones.length === 0) return null;
  return html`<h2 id="${LOST}">${t('lost.title')}</h2>
<p>${t('lost.text')}</p>
<ul class="cards">${phones.map((phone, at) => html`<li>${onePhone(visit, phone, may, action, at)}</li>`)}</ul>`;
};

const onePhone = (
  visit: OwnVisit,
  phone: LostPhone,
  { mayTake, mayLeave }: Omit<ShownLost, 'phones'>,
  action: string,
  at: number,
): Html => {
  const { t } = visit;
  const { waiting, left, taken, decided } = phone;
  const take = mayTake && waiting + left > 0;
  const leave = mayLeave && waiting > 0;
  return html`<h3>${phone.name ?? phone.device}</h3>
${waiting > 0 && html`<p class="warning">${t('lost.waiting', { count: waiting })}</p>`}
${left > 0 && html`<p>${t('lost.left', { count: left })}</p>`}
${taken > 0 && html`<p>${t('lost.taken', { count: taken })}</p>`}
${waiting + left > 0 && html`<p>${when(visit, phone)}</p>`}
${decided !== null && html`<p class="soft">${t('lost.decided', { day: sayDay(visit, decided.at), note: decided.note })}</p>`}
${
  (take || leave) &&
  html`<form method="post" action="${action}">${hidden('device', phone.device)}
<p class="field"><label for="lost-note-${at}">${t('field.note')}</label>
<span class="hint" id="lost-note-${at}-hint">${t('lost.note-hint')}</span>
<input id="lost-note-${at}" name="note" required minlength="3" maxlength="500" autocomplete="off" aria-describedby="lost-note-${at}-hint"></p>
<p>${take && html`<button class="primary" name="decision" value="take">${t('lost.take', { count: waiting + left })}</button> `}
${leave && html`<button class="quiet" name="decision" value="leave">${t('lost.leave')}</button>`}</p></form>`
}`;
};

/**
 * The dates between which the entries were recorded, and whether some are later than the loss of the phone was
 * reported.
 */
const when = (visit: OwnVisit, { notedFrom, notedUpTo, revokedAt, broughtAt }: LostPhone): Html => {
  const { t } = visit;
  const brought = t('lost.brought', { day: sayDay(visit, broughtAt) });
  if (notedFrom === null || notedUpTo === null) return html`${t('lost.no-dates')} · ${brought}`;
  const [from, to] = [sayDay(visit, notedFrom), sayDay(visit, notedUpTo)];
  const noted = from === to ? t('lost.noted-on', { day: to }) : t('lost.noted', { from, to });
  const after = revokedAt !== null && notedUpTo.getTime() > revokedAt.getTime();
  return html`${noted} · ${brought}
${after && html` · <strong>${t('lost.after', { day: sayDay(visit, revokedAt) })}</strong>`}`;
};
