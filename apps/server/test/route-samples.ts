/**
 * A valid request for each route of the server, from which the tests of hostile requests make theirs. A route without a
 * sample fails those tests.
 */
import { PASSWORD } from './test-people.ts';

/** Ids of things that exist or not, and that the person may see or not. */
export type Ids = { readonly place: string; readonly account: string; readonly device: string };

export type Sample =
  /** A request without a body. */
  | { readonly sends: 'nothing' }
  | { readonly sends: 'json' | 'form'; readonly fields: (ids: Ids) => Readonly<Record<string, unknown>> }
  /** Signed or encrypted text of a phone. */
  | { readonly sends: 'phoneText' };

const nothing: Sample = { sends: 'nothing' };
const json = (fields: (ids: Ids) => Readonly<Record<string, unknown>>): Sample => ({ sends: 'json', fields });
const form = (fields: (ids: Ids) => Readonly<Record<string, string>>): Sample => ({ sends: 'form', fields });

const HASH = 'ab'.repeat(32);
const setup = { code: 'ABCDEFGHJKLM', name: 'Awa Diarra', signInName: 'awa', password: PASSWORD, rootName: 'Mali' };
const totp = { current: PASSWORD, secret: 'JBSWY3DPEHPK3PXP', code: '123456' };
const role = ({ place }: Ids) => ({ role: 'supervisor', place });
const person = (ids: Ids) => ({ ...role(ids), name: 'Fanta Keïta', signInName: 'fanta' });
const apart = ({ device }: Ids) => ({ device, hash: HASH, note: 'Une note assez longue' });
const sealedKey = {
  ...{ denba: 'recovery-key', wire: 4, to: 'A'.repeat(16), enc: 'A'.repeat(87), sealed: 'A'.repeat(64) },
};
const signIn = { name: 'awa', password: PASSWORD, code: '123456' };

export const samples: Readonly<Record<string, Sample>> = {
  'GET /healthz': nothing,
  'GET /readyz': nothing,
  'GET /': nothing,
  'GET /clinic': nothing,
  'GET /clinic/*': nothing,
  'POST /api/join-codes': json(() => ({ code: 'ABCDEFGH' })),
  'POST /api/devices': json(({ place, device }) => ({
    ...{ code: 'ABCDEFGH', device, name: 'Téléphone', facility: place, publicKey: 'A'.repeat(87) },
  })),
  'POST /api/sync/bundles': { sends: 'phoneText' },
  'POST /api/sync/courier': { sends: 'phoneText' },
  'POST /api/sync/letters': { sends: 'phoneText' },
  'GET /api/sync/places': nothing,
  'GET /api/sync/packs/:id': nothing,
  'PUT /api/sync/recovery-key': json(() => sealedKey),
  'GET /api/docs': nothing,
  'GET /api/docs/openapi.json': nothing,
  'GET /api/sync/feed': nothing,
  'POST /api/setup': json(() => setup),
  'POST /api/session': json(() => signIn),
  'DELETE /api/session': nothing,
  'GET /api/me': nothing,
  'PUT /api/me/password': json(() => ({ current: PASSWORD, next: 'rivière tambour lune' })),
  'GET /api/me/totp': nothing,
  'PUT /api/me/totp': json(() => totp),
  'DELETE /api/me/totp': json(() => ({ current: PASSWORD })),
  'GET /api/accounts': nothing,
  'POST /api/accounts': json(person),
  'POST /api/accounts/:account/roles': json(role),
  'DELETE /api/accounts/:account/roles': json(role),
  'PUT /api/accounts/:account/identity': json(() => ({ email: 'fanta@example.org' })),
  'DELETE /api/accounts/:account/identity': nothing,
  'POST /api/accounts/:account/password': nothing,
  'POST /api/accounts/:account/close': nothing,
  'GET /api/places': nothing,
  'POST /api/places': json(({ place }) => ({ parent: place, kind: 'site', name: 'Site', code: 'S-1' })),
  'POST /api/places/import': json(() => ({ csv: 'code,name,kind,parent\nX,Y,site,C-kati\n', dryRun: true })),
  'GET /api/places/export': nothing,
  'GET /api/places/:place/devices': nothing,
  'POST /api/places/:place/join-codes': nothing,
  'POST /api/devices/:device/revoke': nothing,
  'GET /api/places/:place/quarantine': nothing,
  'POST /api/places/:place/quarantine/set-aside': json((ids) => ({ ...apart(ids), seq: 1 })),
  'GET /admin/style.css': nothing,
  'GET /admin': nothing,
  'GET /admin/sign-in': nothing,
  'POST /admin/sign-in': form(() => signIn),
  'POST /admin/sign-out': nothing,
  'GET /admin/setup': nothing,
  'POST /admin/setup': form(() => setup),
  'GET /admin/me': nothing,
  'POST /admin/me/password': form(() => ({
    current: PASSWORD,
    next: 'rivière tambour lune',
    again: 'rivière tambour lune',
  })),
  'GET /admin/me/totp': nothing,
  'POST /admin/me/totp': form(() => totp),
  'POST /admin/me/totp/off': form(() => ({ current: PASSWORD })),
  'GET /admin/people': nothing,
  'POST /admin/people': form(person),
  'GET /admin/people/:account': nothing,
  'POST /admin/people/:account/roles': form(role),
  'POST /admin/people/:account/roles/revoke': form(role),
  'POST /admin/people/:account/identity': form(() => ({ email: 'fanta@example.org' })),
  'POST /admin/people/:account/identity/take': nothing,
  'POST /admin/people/:account/password': nothing,
  'GET /admin/people/:account/close': nothing,
  'POST /admin/people/:account/close': nothing,
  'GET /admin/places': nothing,
  'GET /admin/places/:place': nothing,
  'POST /admin/places/:place/places': form(() => ({ kind: 'site', name: 'Site', code: 'S-2' })),
  'POST /admin/places/:place/join-codes': nothing,
  'POST /admin/places/:place/quarantine': form((ids) => ({ ...apart(ids), seq: '1' })),
  'POST /admin/places/:place/name': form(() => ({ placeName: 'Kati' })),
  'POST /admin/places/:place/population': form(() => ({ year: '2026', people: '12000' })),
  'GET /admin/places/:place/close': nothing,
  'POST /admin/places/:place/close': form(() => ({ inCare: '2-3' })),
  'POST /admin/places/:place/reopen': nothing,
  'POST /admin/places/:place/lost-phones': form((ids) => ({
    ...{ device: ids.device, decision: 'take' },
    note: 'Rapporté par elle.',
  })),
  'GET /admin/devices/:device/revoke': nothing,
  'POST /admin/devices/:device/revoke': nothing,
  'GET /admin/devices/:device/recovery': nothing,
  'POST /admin/devices/:device/recovery/ask': form(() => ({ reason: 'Elle a oublié son code.' })),
  'POST /admin/devices/:device/recovery/agree': nothing,
  'POST /admin/devices/:device/recovery/show': nothing,
  'POST /admin/devices/:device/recovery/end': nothing,
  'GET /admin/packs': nothing,
  'POST /admin/packs': form(() => ({ pack: 'denba' })),
  'POST /admin/places/:place/pack': form(() => ({ pack: HASH })),
  'GET /admin/import': nothing,
  'POST /admin/import': form(() => ({ csv: 'code,name,kind,parent\nX,Y,site,C-kati\n', act: 'try' })),
  'GET /admin/outlines': nothing,
  'POST /admin/outlines': form(() => ({ geojson: '{}', act: 'try' })),
  'GET /admin/export': nothing,
  'GET /admin/courier': nothing,
  'POST /admin/courier': form(() => ({ file: 'denba' })),
  'GET /portal/style.css': nothing,
  'GET /portal': nothing,
  'GET /portal/places/:place': nothing,
  'GET /portal/places/:place/cohort': nothing,
  'GET /portal/places/:place/missing': nothing,
  'GET /portal/places/:place/doubles': nothing,
  'GET /portal/places/:place/growth': nothing,
  'GET /portal/places/:place/quality': nothing,
  'GET /portal/places/:place/centre': nothing,
  'GET /portal/places/:place/report': nothing,
  'POST /portal/places/:place/report': form(() => ({
    ...{ after: '0', good: 'Les visites', hard: 'La pluie' },
    decided: '',
    needed: '',
  })),
  'GET /portal/places/:place/indicators': nothing,
  'GET /portal/places/:place/indicators/:indicator': nothing,
  'GET /portal/places/:place/indicators/:indicator/families': nothing,
  'GET /portal/places/:place/indicators/:indicator/figures.csv': nothing,
  'GET /portal/places/:place/indicators/:indicator/figures.xlsx': nothing,
  'GET /portal/protocol': nothing,
  'GET /portal/places/:place/protocol': nothing,
  'GET /portal/places/:place/protocol/try': nothing,
  'POST /portal/places/:place/protocol/try': form(() => ({ 'known.sex': 'F', 'answer.weight_g': '3700' })),
  'GET /portal/places/:place/protocol/:chapter': nothing,
  'GET /portal/progress.js': nothing,
  'GET /portal/drafts': nothing,
  'POST /portal/drafts': form(() => ({ base: HASH, 'title-fr': 'Un seuil', 'title-en': 'A cut-off' })),
  'GET /portal/drafts/:draft': nothing,
  'GET /portal/drafts/:draft/content': nothing,
  'GET /portal/drafts/:draft/content/:chapter': nothing,
  'GET /portal/drafts/:draft/change': nothing,
  'POST /portal/drafts/:draft/change': form(() => ({
    what: 'parameter',
    name: 'waz_cut',
    value: '-2.5',
    reason: 'Pourquoi',
  })),
  'GET /portal/drafts/:draft/rule': nothing,
  'POST /portal/drafts/:draft/rule': form(() => ({
    ...{ table: 'MAMI.DT.07', rule: '', before: 'MAMI.DT.07.04', 'when.1.text': '< p.waz_cut', reason: 'Essai' },
    ...{ 'then.6.code': 'waz', 'reason-fr': 'Poids bas.', 'reason-en': 'Low weight.' },
  })),
  'GET /portal/drafts/:draft/case': nothing,
  'POST /portal/drafts/:draft/case': form(() => ({
    ...{ keep: 'yes', content: HASH, 'known.sex': 'F', 'known.birth_date': '2026-08-01', 'answer.weight_g': '4300' },
    ...{ 'title-fr': 'Un cas', 'title-en': 'A case', reason: 'Essai' },
  })),
  'POST /portal/drafts/:draft/take-back': form(() => ({ target: 'parameter waz_cut' })),
  'POST /portal/drafts/:draft/lay-aside': nothing,
  'POST /portal/drafts/:draft/approve': form(() => ({ read: 'yes' })),
  'POST /portal/drafts/:draft/give': form(({ place }) => ({ [`place.${place}`]: 'yes', from: '2026-12-01' })),
  'POST /portal/drafts/:draft/withdraw': form(() => ({ giving: 'x' })),
  'GET /portal/drafts/:draft/replay': nothing,
  'POST /portal/drafts/:draft/replay': nothing,
  'POST /portal/drafts/:draft/replay/stop': nothing,
  'GET /portal/drafts/:draft/infants': nothing,
  'GET /portal/drafts/:draft/infants/:index': nothing,
  'GET /portal/drafts/:draft/beside': nothing,
};
