/** A session: what an unlocked device offers to the app, until it is locked. */
import { err } from '@denba/quantities/result';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import type { DeviceRecord } from '../clear/clear-shelf.ts';
import { familiesWith } from '../contents/cards.ts';
import { countEntries } from '../contents/places.ts';
import type { DeviceUser, Session } from '../device.ts';
import { signed } from '../keys/device-key.ts';
import type { UserManagement } from '../unlock/manage-users.ts';
import { addAuditEvent, listAuditEvents } from './audit-log.ts';
import { catchUp } from './catch-up.ts';
import type { OpenStore } from './open-store.ts';
import { readEntries } from './read-entries.ts';
import { saveDrafts } from './save-drafts.ts';
import { blobCoding, jsonCoding, sealedValues } from './sealed-values.ts';
import { usageOf } from './usage.ts';

export type SessionParts<Row> = {
  readonly store: Omit<OpenStore<Row>, 'changed'>;
  readonly device: DeviceRecord;
  readonly user: DeviceUser;
  readonly manageUsers: (audit: (kind: string, detail: JsonObject) => Promise<void>) => UserManagement;
  /** Told once, when the session is locked. */
  readonly onLock: () => void;
};

export const openSession = <Row>({ store, device, user, manageUsers, onLock }: SessionParts<Row>): Session<Row> => {
  const listeners = new Set<(changed: ReadonlySet<FamilyId>) => void>();
  const { surroundings } = store;
  let rows: ReadonlyMap<FamilyId, Row> | null = null;
  const changed = (families: ReadonlySet<FamilyId>): void => {
    rows = null;
    if (families.size > 0) for (const listener of [...listeners]) listener(families);
  };
  let inside: OpenStore<Row> | null = { ...store, changed };
  const open = (): OpenStore<Row> => {
    if (inside === null) throw new Error('the session is locked');
    return inside;
  };
  const stopHearing = surroundings.tabs.hear((message) => {
    if (message.kind === 'changed' && inside !== null) void surroundings.exclusively(() => catchUp(open()));
  });
  const tellTabs = (entries: readonly Entry[]): void => {
    if (entries.length === 0) return;
    surroundings.tabs.tell({ kind: 'changed', families: [...new Set(entries.map((entry) => entry.family))] });
  };
  const audit = (kind: string, detail: JsonObject = {}): Promise<void> => addAuditEvent(open(), user.id, kind, detail);
  const management = manageUsers(audit);
  return {
    user,
    deviceId: store.contents.log.head.device,
    centre: device.centre,
    rows: () => {
      rows ??= new Map(
        inside === null ? [] : [...inside.contents.cards.byRoot].map(([root, card]) => [root, card.projected.row]),
      );
      return rows;
    },
    entriesOf: async (family) => readEntries(open(), familiesWith(open().contents.cards, family)),
    save: async (drafts) => {
      if (inside === null) return err({ kind: 'locked' });
      const saved = await saveDrafts(inside, { user, centre: device.centre }, drafts);
      if (saved.ok) tellTabs(saved.value);
      return saved;
    },
    receive: async () => err({ kind: 'storage', name: 'NotYet' }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    draft: sealedValues(open, 'draft', jsonCoding),
    sealed: sealedValues(open, 'sealed', jsonCoding),
    media: sealedValues(open, 'media', blobCoding),
    audit: { add: audit, list: async (limit) => listAuditEvents(open(), limit) },
    users: management.users,
    renewRecoveryKey: management.renewRecoveryKey,
    problems: () => [...open().contents.problems.values()],
    usage: async () => {
      const { contents } = open();
      return {
        entries: countEntries(contents.places),
        families: contents.cards.byRoot.size,
        ...(await usageOf(surroundings.disk)),
      };
    },
    askPersistence: () => surroundings.disk.persist(),
    exportBackup: async () => {
      throw new Error('not yet');
    },
    unsentCount: () => open().contents.log.head.seq,
    sign: async (bytes) => {
      open();
      return signed(device.keys.signing, bytes);
    },
    check: async () => [...open().contents.problems.values()],
    lock: () => {
      if (inside === null) return;
      inside = null;
      rows = null;
      stopHearing();
      listeners.clear();
      onLock();
    },
  };
};
