/** Opens a parcel for this phone: who sends which family, and which of its entries would join. Writes nothing. */
import { err, ok, type Result } from '@denba/quantities/result';
import { type FamilyBundleProblem, readFamilyBundle } from '@denba/sync/courier/family-bundle';
import { type Judgement, judgeFamily, neighboursOf } from '@denba/sync/courier/judge-family';
import { readParcels } from '@denba/sync/courier/parcel';
import type { PhoneCode } from '@denba/sync/courier/phone-code';
import { openParcel } from '@denba/sync/courier/seal-parcel';
import type { Session } from '../device.ts';
import type { OwnCode } from './own-code.ts';

export type ArrivedFamily = Judgement & {
  readonly sender: PhoneCode;
  /**
   * Number of devices, apart from the sender, whose entries would join although no entry of theirs is stored here yet.
   */
  readonly neverMet: number;
};

export type ArrivalProblem =
  | FamilyBundleProblem
  /** Encrypted to another key (this phone may have a new one), or not a parcel. */
  | { readonly kind: 'notOpened' };

type Given = {
  readonly session: Pick<Session<unknown>, 'deviceId' | 'linesNamed' | 'devicesHere'>;
  readonly own: Pick<OwnCode, 'code' | 'privateKey'>;
};

/** `text`: a single parcel. */
export const openFamilyParcel = async (
  text: string,
  { session, own }: Given,
): Promise<Result<ArrivedFamily, ArrivalProblem>> => {
  const parcels = readParcels(text);
  const parcel = parcels.ok ? parcels.value[0] : undefined;
  if (parcel?.head.kind !== 'family') return err({ kind: 'notOpened' });
  const opened = await openParcel(parcel, own.privateKey);
  if (!opened.ok) return err({ kind: 'notOpened' });
  const bundle = await readFamilyBundle(opened.value, own.code.courierKey.id);
  if (!bundle.ok) return bundle;
  const { sender } = bundle.value;
  // The sender claims to be this phone, or is not the one that the head of the parcel names: nothing is accepted.
  if (sender.device === session.deviceId || sender.device !== parcel.head.from) return err({ kind: 'notSigned' });
  const here = await session.linesNamed(neighboursOf(bundle.value));
  const judgement = judgeFamily(bundle.value, { device: session.deviceId, here });
  const strangers = new Set(judgement.joins.map(({ device }) => device as string));
  strangers.delete(sender.device);
  const met = session.devicesHere();
  return ok({ ...judgement, sender, neverMet: [...strangers].filter((device) => !met.has(device)).length });
};
