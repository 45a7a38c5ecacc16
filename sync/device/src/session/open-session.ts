/** A session: what an unlocked device offers to the app, until it is locked. */
import { err, ok } from '@denba/quantities/result';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import type { DeviceRecord } from '../clear/clear-shelf.ts';
import { familiesWith } from '../contents/cards.ts';
import { problemsOf } from '../contents/contents.ts';
import { putGlance } from '../contents/glance.ts';
import { countEntries, devicesIn } from '../contents/places.ts';
import { RowsView } from '../contents/rows-view.ts';
import type { DeviceUser, SaveError, Session } from '../device.ts';
import { signed } from '../keys/device-key.ts';
import type { UserManagement } from '../unlock/manage-users.ts';
import { addAuditEvent, listAuditEvents, packAuditEvents } from './audit-log.ts';
import { catchUp } from './catch-up.ts';
import { checkStore } from './check-store.ts';
import type { OpenStore } from './open-store.ts';
import { readEntries } from './read-entries.ts';
import { readLog, readNamed } from './read-log.ts';
import { receiveEntries } from './receive-entries.ts';
import { watchRoom } from './room.ts';
import { saveDrafts } from './save-drafts.ts';
import { blobCoding, jsonCoding, sealedValues } from './sealed-values.ts';
import { tidyWhenIdle } from './tidy-when-idle.ts';

export type SessionParts<Row> = {
  readonly store: Omit<OpenStore<Row>, 'changed' | 'catchUp'>;
  readonly device: DeviceRecord;
  readonly user: DeviceUser;
  readonly manageUsers: (audit: (kind: string, detail: JsonObject) => Promise<void>) => UserManagement;
  /** Called once, when the session is locked. */
  readonly onLock: () => void;
};

export const openSession = <Row>({ store, device, user, manageUsers, onLock }: SessionParts<Row>): Session<Row> => {
  const { surroundings } = store;
  const listeners = new Set<(changed: ReadonlySet<FamilyId>) => void>();
  let rows: ReadonlyMap<FamilyId, Row> | null = null;
  let inside: OpenStore<Row> | null = {
    ...store,
    changed: (families) => {
      rows = null;
      if (families.size > 0) for (const listener of [...listeners]) listener(families);
    },
    catchUp: async () => {
      if (inside !== null && (await catchUp(inside))) return true;
      lock();
      return false;
    },
  };
  const open = (): OpenStore<Row> => {
    if (inside === null) throw new Error('the session is locked');
    return inside;
  };
  let tellLocked = (): void => {};
  const whenLocked = new Promise<void>((resolve) => {
    tellLocked = resolve;
  });
  const lock = (): void => {
    if (inside === null) return;
    inside = null;
    rows = null;
    stopHearing();
    listeners.clear();
    onLock();
    tellLocked();
  };
  const stopHearing = surroundings.tabs.hear(({ kind }) => {
    if (kind === 'changed') void surroundings.exclusively(async () => inside?.catchUp());
  });
  const tidySoon = tidyWhenIdle(() => inside);
  const wrote = (entries: readonly Entry[]): void => {
    if (entries.length === 0) return;
    surroundings.tabs.tell({ kind: 'changed', families: [...new Set(entries.map((entry) => entry.family))] });
    tidySoon();
  };
  const room = watchRoom(surroundings.disk, surroundings.whenIdle);
  const refusal = async (): Promise<SaveError | null> => {
    if (inside === null) return { kind: 'locked' };
    return (await room.isFull()) ? { kind: 'full' } : null;
  };
  const audit = (kind: string, detail: JsonObject = {}): Promise<void> => addAuditEvent(open(), user.id, kind, detail);
  const management = manageUsers(audit);
  const draft = sealedValues(open, 'draft', jsonCoding);
  const sealed = sealedValues(open, 'sealed', jsonCoding);
  const media = sealedValues(open, 'media', blobCoding);
  // Another tab may have written since the store was read.
  void surroundings.exclusively(async () => inside?.catchUp());
  tidySoon();
  surroundings.whenIdle(async () => {
    if (inside === null) return;
    await packAuditEvents(inside).catch((failure: unknown) => {
      // The session was locked midway: nothing is lost, and the next session packs.
      if (inside !== null) throw failure;
    });
  });
  return {
    user,
    deviceId: store.contents.log.head.device,
    centre: device.centre,
    rows: () => {
      rows ??= inside === null ? new Map<FamilyId, Row>() : new RowsView(inside.contents.cards);
      return rows;
    },
    layAsideGlance: async (value) => {
      const { contents, keys } = open();
      const glance = { rowVersion: store.options.rowVersion, journal: contents.journal, value };
      // On a full disk the snapshot is not stored: the next unlocking is slower, and nothing is lost.
      await surroundings.store.write([await putGlance(keys.sealer, glance)], value === null ? 'strict' : 'relaxed');
    },
    entriesOf: async (family) => readEntries(open(), familiesWith(open().contents.cards, family)),
    save: async (drafts, filled = null, first = Promise.resolve()) => {
      const refused = await refusal();
      if (refused !== null) return err(refused);
      const saved = await saveDrafts(open(), { user, centre: device.centre }, drafts, filled, first);
      if (saved.ok) wrote(saved.value);
      return saved;
    },
    receive: async (entries) => {
      const refused = await refusal();
      if (refused !== null) return err(refused);
      const received = await receiveEntries(open(), entries);
      if (!received.ok) return received;
      wrote(received.value.added);
      return ok({ added: received.value.added.length });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    draft,
    sealed,
    media,
    audit: { add: audit, list: async (limit) => listAuditEvents(open(), limit) },
    users: management.users,
    renewRecoveryKey: management.renewRecoveryKey,
    problems: () => (inside === null ? [] : problemsOf(inside.contents)),
    usage: async () => {
      const { places, cards } = open().contents;
      const kept = { entries: countEntries(places), families: cards.byRoot.size };
      const { disk } = surroundings;
      const [said, persisted, left] = await Promise.all([disk.estimate(), disk.persisted(), room.look()]);
      return { ...kept, ...said, persisted, room: left };
    },
    askPersistence: () => surroundings.disk.persist(),
    exportBackup: async (password, onProgress = () => {}) => {
      // Loaded on demand, so that it does not delay the start of the app.
      const { exportBackup } = await import('../backup/export-backup.ts');
      const file = await exportBackup({ open: open(), centre: device.centre, media }, password, onProgress);
      await audit('exported');
      return file;
    },
    restoreBackup: async (file, password, onProgress = () => {}, takes = () => true) => {
      const { restoreInto } = await import('../backup/restore-backup.ts');
      const refused = await refusal();
      if (refused !== null) return err(refused);
      const restored = await restoreInto(open(), media, { file, password, onProgress, takes });
      surroundings.tabs.tell({ kind: 'changed', families: [] });
      tidySoon();
      await audit('restored', { outcome: restored.ok ? 'complete' : restored.error.kind });
      return restored;
    },
    log: {
      head: () => open().contents.log.head,
      read: (after, most) => readLog(open(), after, most),
    },
    devicesHere: () => devicesIn(open().contents.places),
    linesNamed: async (wanted) => readNamed(open(), (name, seq) => wanted.get(name)?.has(seq) === true),
    sign: async (bytes) => {
      open();
      return signed(device.keys.signing, bytes);
    },
    check: async (onProgress = () => {}) => checkStore(open(), [draft, sealed, media], onProgress),
    lock,
    whenLocked,
  };
};
