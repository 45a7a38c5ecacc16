/**
 * The right that each route requires. The test of rights requests every route as everybody; a route that is missing
 * here fails it.
 */
import type { Action, Resource } from '../src/people/authorisation.ts';

export type Right =
  /**
   * `anybody`: also without signing in. `phone`: with a phone's token. `self`: whoever is signed in, about herself or
   * everything she sees.
   */
  | 'anybody'
  | 'phone'
  | 'self'
  /** `at`: at the place in the URL or in the body, or that of the phone or person there. `somewhere`: at any place. */
  | {
      readonly where: 'at' | 'somewhere';
      /** All of them are needed. */
      readonly needs: readonly (readonly [Resource, Action])[];
      /** Whether the thing may be missing even for somebody with the right. */
      readonly mayBeMissing: boolean;
    };

const right =
  (where: 'at' | 'somewhere', mayBeMissing: boolean) =>
  (resource: Resource, action: Action): Right => ({ where, needs: [[resource, action]], mayBeMissing });
const at = right('at', false);
const perhaps = right('at', true);
const somewhere = right('somewhere', false);

const figures = at('figures', 'read');
const booklet = perhaps('figures', 'read');
const readDraft = perhaps('drafts', 'read');
/** The families of a replay, one by one. */
const readInfants: Right = {
  ...{ where: 'at', mayBeMissing: true },
  needs: [
    ['drafts', 'read'],
    ['register', 'read'],
  ],
};
const writeDraft = perhaps('drafts', 'write');

export const rights: Readonly<Record<string, Right>> = {
  'GET /healthz': 'anybody',
  'GET /readyz': 'anybody',
  'GET /': 'anybody',
  'GET /clinic': 'anybody',
  'GET /clinic/*': 'anybody',
  'POST /api/join-codes': 'anybody',
  'POST /api/devices': 'anybody',
  'POST /api/sync/bundles': 'phone',
  'POST /api/sync/courier': 'phone',
  'POST /api/sync/letters': 'phone',
  'GET /api/sync/places': 'phone',
  'GET /api/sync/packs/:id': 'phone',
  'PUT /api/sync/recovery-key': 'phone',
  'GET /api/sync/feed': 'phone',
  'GET /api/docs': 'anybody',
  'GET /api/docs/openapi.json': 'anybody',
  'POST /api/setup': 'anybody',
  'POST /api/session': 'anybody',
  'DELETE /api/session': 'anybody',
  'GET /api/me': 'self',
  'PUT /api/me/password': 'self',
  'GET /api/me/totp': 'self',
  'PUT /api/me/totp': 'self',
  'DELETE /api/me/totp': 'self',
  'GET /api/accounts': 'self',
  'POST /api/accounts': at('accounts', 'write'),
  'POST /api/accounts/:account/roles': at('accounts', 'write'),
  'DELETE /api/accounts/:account/roles': at('accounts', 'write'),
  'PUT /api/accounts/:account/identity': at('accounts', 'write'),
  'DELETE /api/accounts/:account/identity': at('accounts', 'write'),
  'POST /api/accounts/:account/password': at('accounts', 'write'),
  'POST /api/accounts/:account/close': at('accounts', 'write'),
  'GET /api/places': 'self',
  'POST /api/places': at('places', 'write'),
  'POST /api/places/import': somewhere('places', 'write'),
  'GET /api/places/export': 'self',
  'GET /api/places/:place/devices': at('devices', 'read'),
  'POST /api/places/:place/join-codes': at('devices', 'join'),
  'POST /api/devices/:device/revoke': at('devices', 'revoke'),
  'GET /api/places/:place/quarantine': at('quarantine', 'read'),
  'POST /api/places/:place/quarantine/set-aside': perhaps('quarantine', 'resolve'),
  'GET /admin/style.css': 'anybody',
  'GET /admin': 'anybody',
  'GET /admin/sign-in': 'anybody',
  'POST /admin/sign-in': 'anybody',
  'POST /admin/sign-out': 'anybody',
  'GET /admin/setup': 'anybody',
  'POST /admin/setup': 'anybody',
  'GET /admin/me': 'self',
  'POST /admin/me/password': 'self',
  'GET /admin/me/totp': 'self',
  'POST /admin/me/totp': 'self',
  'POST /admin/me/totp/off': 'self',
  'GET /admin/people': 'self',
  'POST /admin/people': at('accounts', 'write'),
  'GET /admin/people/:account': at('accounts', 'read'),
  'POST /admin/people/:account/roles': at('accounts', 'write'),
  'POST /admin/people/:account/roles/revoke': at('accounts', 'write'),
  'POST /admin/people/:account/identity': at('accounts', 'write'),
  'POST /admin/people/:account/identity/take': at('accounts', 'write'),
  'POST /admin/people/:account/password': at('accounts', 'write'),
  'GET /admin/people/:account/close': at('accounts', 'write'),
  'POST /admin/people/:account/close': at('accounts', 'write'),
  'GET /admin/places': 'self',
  'GET /admin/places/:place': at('places', 'read'),
  'POST /admin/places/:place/places': at('places', 'write'),
  'POST /admin/places/:place/join-codes': at('devices', 'join'),
  'POST /admin/places/:place/quarantine': perhaps('quarantine', 'resolve'),
  'POST /admin/places/:place/name': at('places', 'write'),
  'POST /admin/places/:place/population': at('places', 'write'),
  'GET /admin/places/:place/close': at('places', 'write'),
  'POST /admin/places/:place/close': at('places', 'write'),
  'POST /admin/places/:place/reopen': at('places', 'write'),
  'POST /admin/places/:place/lost-phones': perhaps('quarantine', 'take'),
  'GET /admin/devices/:device/revoke': at('devices', 'revoke'),
  'POST /admin/devices/:device/revoke': at('devices', 'revoke'),
  'GET /admin/devices/:device/recovery': at('recovery', 'ask'),
  'POST /admin/devices/:device/recovery/ask': at('recovery', 'ask'),
  'POST /admin/devices/:device/recovery/agree': at('recovery', 'agree'),
  'POST /admin/devices/:device/recovery/show': at('recovery', 'ask'),
  'POST /admin/devices/:device/recovery/end': at('recovery', 'ask'),
  'GET /admin/packs': somewhere('packs', 'read'),
  'POST /admin/packs': somewhere('packs', 'bring'),
  'POST /admin/places/:place/pack': perhaps('packs', 'give'),
  'GET /admin/import': somewhere('places', 'write'),
  'POST /admin/import': somewhere('places', 'write'),
  'GET /admin/outlines': somewhere('places', 'write'),
  'POST /admin/outlines': somewhere('places', 'write'),
  'GET /admin/export': 'self',
  'GET /admin/courier': somewhere('courier', 'bring'),
  'POST /admin/courier': somewhere('courier', 'bring'),
  'GET /portal/style.css': 'anybody',
  'GET /portal/progress.js': 'anybody',
  'GET /portal': 'self',
  'GET /portal/places/:place': figures,
  'GET /portal/places/:place/cohort': figures,
  'GET /portal/places/:place/missing': perhaps('register', 'read'),
  'GET /portal/places/:place/doubles': perhaps('register', 'read'),
  'GET /portal/places/:place/growth': figures,
  'GET /portal/places/:place/quality': figures,
  'GET /portal/places/:place/centre': figures,
  'GET /portal/places/:place/report': figures,
  'POST /portal/places/:place/report': at('report', 'comment'),
  'GET /portal/places/:place/indicators': figures,
  'GET /portal/places/:place/indicators/:indicator': figures,
  'GET /portal/places/:place/indicators/:indicator/families': at('register', 'read'),
  'GET /portal/places/:place/indicators/:indicator/figures.csv': figures,
  'GET /portal/places/:place/indicators/:indicator/figures.xlsx': figures,
  'GET /portal/protocol': 'self',
  'GET /portal/places/:place/protocol': booklet,
  'GET /portal/places/:place/protocol/try': booklet,
  'POST /portal/places/:place/protocol/try': booklet,
  'GET /portal/places/:place/protocol/:chapter': booklet,
  'GET /portal/drafts': somewhere('drafts', 'read'),
  'POST /portal/drafts': somewhere('drafts', 'write'),
  'GET /portal/drafts/:draft': readDraft,
  'GET /portal/drafts/:draft/content': writeDraft,
  'GET /portal/drafts/:draft/content/:chapter': writeDraft,
  'GET /portal/drafts/:draft/change': writeDraft,
  'POST /portal/drafts/:draft/change': writeDraft,
  'GET /portal/drafts/:draft/rule': writeDraft,
  'POST /portal/drafts/:draft/rule': writeDraft,
  'GET /portal/drafts/:draft/case': writeDraft,
  'POST /portal/drafts/:draft/case': writeDraft,
  'POST /portal/drafts/:draft/take-back': writeDraft,
  'POST /portal/drafts/:draft/lay-aside': writeDraft,
  'POST /portal/drafts/:draft/approve': perhaps('drafts', 'approve'),
  'POST /portal/drafts/:draft/give': readDraft,
  'POST /portal/drafts/:draft/withdraw': readDraft,
  'GET /portal/drafts/:draft/replay': readDraft,
  'POST /portal/drafts/:draft/replay': readDraft,
  'POST /portal/drafts/:draft/replay/stop': readDraft,
  'GET /portal/drafts/:draft/infants': readInfants,
  'GET /portal/drafts/:draft/infants/:index': readInfants,
  'GET /portal/drafts/:draft/beside': readDraft,
};
