/** What a worker would type again at every referral: her telephone number, and the facilities. Sealed on this phone. */
import type { SealedStore } from '@denba/device/device';
import type { JsonValue } from '@denba/records/canonical-json';
import { useEffect, useState } from 'preact/hooks';
import { useWorkspace } from '../workspace.ts';

const KEY = 'referral-memory';
const MOST_FACILITIES = 6;

export type ReferralMemory = { readonly callback: string; readonly facilities: readonly string[] };

export const referralMemory = async (sealed: SealedStore<JsonValue>): Promise<ReferralMemory> => {
  const kept = await sealed.get(KEY);
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return { callback: '', facilities: [] };
  const { callback, facilities } = kept as Readonly<Record<string, JsonValue>>;
  return {
    callback: typeof callback === 'string' ? callback : '',
    facilities: Array.isArray(facilities) ? facilities.filter((name) => typeof name === 'string') : [],
  };
};

/**
 * Puts the last used facility first. Never rejects: the referral itself is already saved, what a full phone cannot
 * remember is typed again, and the shell reports that it is full.
 */
export const rememberReferral = (
  sealed: SealedStore<JsonValue>,
  used: { readonly callback: string; readonly facility: string },
): Promise<void> => remember(sealed, used).catch(() => undefined);

const remember = async (
  sealed: SealedStore<JsonValue>,
  used: { readonly callback: string; readonly facility: string },
): Promise<void> => {
  const before = await referralMemory(sealed);
  const facility = used.facility.trim();
  const others = before.facilities.filter((name) => name !== facility);
  const facilities = facility === '' ? before.facilities : [facility, ...others].slice(0, MOST_FACILITIES);
  await sealed.put(KEY, { callback: used.callback.trim() || before.callback, facilities: [...facilities] });
};

/** Facilities to which families were sent before; `[]` until they are read. */
export const useFacilitiesBefore = (): readonly string[] => {
  const { session } = useWorkspace();
  const [before, setBefore] = useState<readonly string[]>([]);
  useEffect(() => {
    let wanted = true;
    void referralMemory(session.sealed).then(({ facilities }) => {
      if (wanted) setBefore(facilities);
    });
    return () => {
      wanted = false;
    };
  }, [session]);
  return before;
};
