/**
 * Which centre a backup is from, relative to the store into which it is restored. Simulated families are never restored
 * among real ones, nor real ones into the training centre; those of another centre only after confirmation.
 */
import type { Centre } from '@denba/device/device';
import { TRAINING_CENTRE } from '../shell/places/training-centre.ts';

export type BackupOrigin = 'own' | 'otherCentre' | 'simulated' | 'real';

/** `places`: the ids under which this centre records. */
export type Here = { readonly centre: Centre; readonly places: ReadonlySet<string> };

/** An equal name counts as the own centre: a phone that replaces a lost one has another id for the same centre. */
export const backupOrigin = (from: Centre, { centre, places }: Here): BackupOrigin => {
  if (from.id === TRAINING_CENTRE && centre.id !== TRAINING_CENTRE) return 'simulated';
  if (from.id !== TRAINING_CENTRE && centre.id === TRAINING_CENTRE) return 'real';
  return places.has(from.id) || sameName(from.name, centre.name) ? 'own' : 'otherCentre';
};

const sameName = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
