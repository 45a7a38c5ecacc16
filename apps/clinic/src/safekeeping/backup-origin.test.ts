import { describe, expect, it } from 'vitest';
import { TRAINING_CENTRE } from '../shell/places/training-centre.ts';
import { backupOrigin } from './backup-origin.ts';

const kola = { centre: { id: 'local-1', name: 'CSCom de Kola' }, places: new Set(['local-1', 'place-7']) };
const training = { centre: { id: TRAINING_CENTRE, name: 'Centre de formation' }, places: new Set([TRAINING_CENTRE]) };

describe('a backup', () => {
  it.each([
    ['of this very phone', { id: 'local-1', name: 'CSCom de Kola' }],
    ['of the place of this centre on its server', { id: 'place-7', name: 'KOLA (ASACO)' }],
    ['of the phone that this one takes the place of', { id: 'local-2', name: ' cscom de Kôla' }],
  ])('%s is its own', (_, from) => {
    expect(backupOrigin(from, kola)).toBe('own');
  });

  it('of a centre of another name is of another centre', () => {
    expect(backupOrigin({ id: 'local-3', name: 'CSCom de Kati' }, kola)).toBe('otherCentre');
  });

  it('of simulated families is never taken for a real one, nor a real one for them', () => {
    expect(backupOrigin(training.centre, kola)).toBe('simulated');
    expect(backupOrigin({ ...training.centre, name: kola.centre.name }, kola)).toBe('simulated');
    expect(backupOrigin(kola.centre, training)).toBe('real');
    expect(backupOrigin(training.centre, training)).toBe('own');
  });
});
