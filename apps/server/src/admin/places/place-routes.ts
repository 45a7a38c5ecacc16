/** The pages of places and of their phones: what each shows, and what its forms do. */
import * as v from 'valibot';
import { mayBring } from '../../courier/bring-file.ts';
import type { CourierSite } from '../../courier/receive-parcel.ts';
import { inviteDevice } from '../../devices/invite-device.ts';
import { listDevices } from '../../devices/list-devices.ts';
import { decideAboutLost, listLostPhones, lostDecision } from '../../devices/lost-phones.ts';
import { listQuarantine, setAside, setAsideQuarantined } from '../../devices/quarantine.ts';
import { deviceToRevoke, revokeDevice } from '../../devices/revoke-device.ts';
import type { ManagedSite } from '../../managed-site.ts';
import { givePack } from '../../packs/give-pack.ts';
import { type Action, may, pathsWhere } from '../../people/authorisation.ts';
import { readPlaceState } from '../../places/change-place.ts';
import { createPlace, newPlace } from '../../places/create-place.ts';
import { type Place, placeTo } from '../../places/known-place.ts';
import { listPlaces } from '../../places/list-places.ts';
import { type adminPages, fieldsOf } from '../admin-pages.ts';
import { givePackPage } from '../packs/give-pack-page.ts';
import { mayReadPacks } from '../packs/packs-pages.ts';
import { AS_ABOVE, givingTo, shownPack } from '../packs/place-pack.ts';
import { joinCodePage, revokePage } from '../phones/device-pages.ts';
import { LOST, type ShownLost } from '../phones/lost-phones-part.ts';
import { ADMIN, type OwnVisit } from '../visit.ts';
import { changePlacePages } from './change-place-pages.ts';
import { placePage } from './place-page.ts';
import { placesPage } from './places-page.ts';

export const placeAdminRoutes = (
  pages: ReturnType<typeof adminPages>,
  site: ManagedSite,
  courier: CourierSite,
): void => {
  const { own } = pages;
  own.page('/places', async (visit) => {
    const mayImport = pathsWhere(visit.viewer.grants, 'write', 'places').length > 0;
    const may = { import: mayImport, bring: mayBring(visit.viewer), packs: mayReadPacks(visit.viewer) };
    return placesPage(visit, await listPlaces(site, visit.viewer), may);
  });

  /** The fields are `null` when the viewer may not see the quarantine of the place. */
  const keptApart = async ({ viewer }: OwnVisit, { id, path }: Place) => {
    const mayHere = (action: Action<'quarantine'>) => may(viewer.grants, action, 'quarantine', path);
    if (!mayHere('read')) return { quarantine: null, lost: null };
    const phones = await listLostPhones(site, viewer, id);
    const lost: ShownLost = { phones, mayTake: mayHere('take'), mayLeave: mayHere('resolve') };
    return { quarantine: await listQuarantine(site, viewer, id, 'lostPhone'), lost };
  };
  const showPlace = async (visit: OwnVisit) => {
    const { viewer } = visit;
    const place = await placeTo(site.db, viewer, 'read', 'places', idOf(visit, 'place'));
    const mayHere = (action: 'read' | 'join' | 'revoke') => may(viewer.grants, action, 'devices', place.path);
    return placePage(visit, {
      place,
      state: await readPlaceState(site.db, place.id),
      devices: mayHere('read') ? await listDevices(site, viewer, place.id) : null,
      ...(await keptApart(visit, place)),
      pack: await shownPack(site, visit, place),
      may: {
        join: mayHere('join'),
        revoke: mayHere('revoke'),
        recover: may(viewer.grants, 'ask', 'recovery', place.path),
        resolve: may(viewer.grants, 'resolve', 'quarantine', place.path),
        write: may(viewer.grants, 'write', 'places', place.path),
      },
    });
  };
  own.page('/places/:place', showPlace);
  changePlacePages(pages, site, showPlace);

  own.form(
    '/places/:place/places',
    async (visit) => {
      const { code = '', ...fields } = visit.fields;
      const asked = { ...fields, parent: idOf(visit, 'place'), ...(code.trim() === '' ? {} : { code }) };
      const { id } = await createPlace(site, visit.viewer, fieldsOf(newPlace, asked, { name: 'placeName' }));
      return { to: pageOf(id) };
    },
    showPlace,
  );

  own.form('/places/:place/join-codes', async (visit) =>
    joinCodePage(visit, await inviteDevice(site, visit.viewer, idOf(visit, 'place'))),
  );

  own.form(
    '/places/:place/quarantine',
    async (visit) => {
      const place = idOf(visit, 'place');
      await setAsideQuarantined(site, visit.viewer, place, fieldsOf(setAsideFields, visit.fields));
      return { to: `${pageOf(place)}#quarantine` };
    },
    showPlace,
  );

  own.form(
    '/places/:place/lost-phones',
    async (visit) => {
      const place = idOf(visit, 'place');
      await decideAboutLost(courier, visit.viewer, place, fieldsOf(lostDecision, visit.fields));
      return { to: `${pageOf(place)}#${LOST}` };
    },
    showPlace,
  );

  own.form(
    '/places/:place/pack',
    async (visit) => {
      const { pack, sure } = fieldsOf(packFields, visit.fields);
      if (sure !== 'yes') return givePackPage(visit, await givingTo(site, visit, idOf(visit, 'place'), pack));
      await givePack(site, visit.viewer, idOf(visit, 'place'), pack === AS_ABOVE ? null : pack);
      return { to: `${pageOf(idOf(visit, 'place'))}#pack` };
    },
    showPlace,
  );

  own.page('/devices/:device/revoke', async (visit) =>
    revokePage(visit, await deviceToRevoke(site, visit.viewer, idOf(visit, 'device'))),
  );
  own.form('/devices/:device/revoke', async (visit) => {
    const { place } = await revokeDevice(site, visit.viewer, idOf(visit, 'device'));
    return { to: pageOf(place.id) };
  });
};

const packFields = v.object({ pack: v.string(), sure: v.optional(v.string()) });

/** Like `setAside`, but a form sends the number as text. */
const setAsideFields = v.object({
  ...setAside.entries,
  seq: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
});

const idOf = ({ params }: OwnVisit, name: string): string => params[name] ?? '';

const pageOf = (place: string): string => `${ADMIN}/places/${encodeURIComponent(place)}`;
