/** The phone of a centre without a server: it records, shows its code, sends families and opens parcels for it. */
import { localDate } from '@denba/quantities/local-date';
import type { Result } from '@denba/quantities/result';
import { entryToText } from '@denba/records/entry';
import { familyId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { type PhoneCode, readPhoneCode } from '@denba/sync/courier/phone-code';
import { type ArrivalProblem, type ArrivedFamily, openFamilyParcel } from '../src/centres/open-family-parcel.ts';
import { type OwnCode, ownCode } from '../src/centres/own-code.ts';
import { receiveFamily } from '../src/centres/receive-family.ts';
import { writeFamilyParcel } from '../src/centres/write-family-parcel.ts';
import { type Carriage, openCarriage } from '../src/courier/carriage.ts';
import type { SaveDraft, Session } from '../src/device.ts';
import { deviceMemory, memoryDevice } from '../src/memory-device.ts';
import { memoryStore } from '../src/store/memory-store.ts';
import type { Store } from '../src/store/store.ts';
import { birth, type FamilyRow, registration, testOptions } from './family-rows.ts';

export const TODAY = localDate('2026-11-26');
const wallMs = (): number => Date.parse('2026-11-26T12:00:00Z');

export type CentrePhone = {
  readonly session: Session<FamilyRow>;
  readonly own: OwnCode;
  readonly carriage: Carriage;
  readonly write: (draft: SaveDraft) => Promise<void>;
  /** Returns the text of a courier file. */
  readonly send: (family: string, to: PhoneCode) => Promise<string>;
  readonly open: (file: string) => Promise<Result<ArrivedFamily, ArrivalProblem>>;
  /** Opens the file and adds the entries that may join; returns how many are new. */
  readonly receive: (file: string) => Promise<number>;
  /** All entries of the family as canonical texts, in reading order, and the timeline that they fold to. */
  readonly tells: (family: string) => Promise<{ readonly texts: readonly string[]; readonly story: string }>;
};

export const centrePhone = async (centre: string, disk: Store = memoryStore()): Promise<CentrePhone> => {
  const device = await memoryDevice(testOptions({ wallMs }), deviceMemory(disk));
  const place = { id: `place-${centre.replaceAll(' ', '-')}`, name: centre };
  const { session } = await device.create({ centre: place, userName: `Sage-femme de ${centre}`, pin: '246810' });
  const own = await ownCode(session, place);
  const open = (file: string) => openFamilyParcel(file, { session, own });
  return {
    ...{ session, own, open, carriage: openCarriage(session.sealed, session.deviceId) },
    write: async (draft) => {
      const saved = await session.save([draft]);
      if (!saved.ok) throw new Error(saved.error.kind);
    },
    send: async (family, to) => {
      const entries = await session.entriesOf(familyId(family));
      const parcel = await writeFamilyParcel({ entries, to, own, wallMs });
      if (!parcel.ok) throw new Error(parcel.error.kind);
      return parcel.value.text;
    },
    receive: async (file) => {
      const arrived = await open(file);
      if (!arrived.ok) throw new Error(arrived.error.kind);
      const received = await receiveFamily(session, arrived.value, TODAY);
      if (!received.ok) throw new Error(received.error.kind);
      return received.value.added;
    },
    tells: async (family) => {
      const entries = await session.entriesOf(familyId(family));
      const story = JSON.stringify(foldTimeline(familyId(family), entries));
      return { texts: entries.map(entryToText), story };
    },
  };
};

/** The code of this phone, read as another phone reads it from the screen. */
export const codeShownBy = async ({ own }: CentrePhone): Promise<PhoneCode> => {
  const read = await readPhoneCode(own.text);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};

export const newFamily = async (phone: CentrePhone, family: string): Promise<void> => {
  await phone.write(registration(family));
  await phone.write(birth(family));
};
