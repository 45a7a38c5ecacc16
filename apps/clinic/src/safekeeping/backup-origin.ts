/**
 * Of which centre a backup is, seen from the store that it is restored into. Simulated families never come among real
 * ones, nor real ones into the training centre; those of another centre only when somebody says so.
 */
import type { Centre } from '@denba/device/device';
import { TRAINING_CENTRE } from '../shell/places/training-centre.ts';

export type BackupOrigin = 'own' | 'otherCentre' | 'simulated' | 'real';

/** `places`: the names under which this centre records. */
export type Here = { readonly centre: Centre; readonly places: ReadonlySet<string> };

/** A phone that takes the place of a lost one calls its centre by the same name, under another identifier. */
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
