import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKeys, nameWords } from './name-keys.ts';

const sounds = (name: string): readonly string[] => nameKeys(name).map(({ sound }) => sound);
const variants = (name: string): readonly (string | null)[] => nameKeys(name).map(({ variantOf }) => variantOf);

describe('the keys of a name', () => {
  it('leave out titles, marriage and « dite »', () => {
    expect(nameWords('Mme Awa Traoré épouse Keïta')).toEqual(['awa', 'traore', 'keita']);
    expect(nameWords('El Hadj Moussa Diarra')).toEqual(['moussa', 'diarra']);
    expect(nameWords('Fatoumata dite Fanta')).toEqual(['fatoumata', 'fanta']);
  });

  it('keep a particle that is all there is', () => {
    expect(nameWords('Bébé')).toEqual(['bebe']);
    expect(nameWords('Mme')).toEqual(['mme']);
  });

  it('know the short forms and other dresses of a name', () => {
    expect(variants('Fatim')).toEqual(['fatoumata']);
    expect(variants('Aïchata')).toEqual(variants('Aïssatou'));
    expect(variants('Khadija')).toEqual(variants('Kadi'));
    expect(variants('Tarawele')).toEqual(variants('Traoré'));
    expect(variants('Zineb')).toEqual(variants('Djénéba'));
    expect(variants('Fanta')).toEqual([null]);
  });

  it('know them by sound too: Fatimatah is not in the table', () => {
    expect(variants('Phatymatah')).toEqual(['fatoumata']);
  });

  it('are one for each word, and none for a name without letters', () => {
    expect(sounds('Fatima-Zahra')).toHaveLength(2);
    expect(sounds('Awa Awa')).toHaveLength(1);
    expect(sounds('👶 …')).toEqual([]);
  });

  it('do not change with case and accents', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéèïêç -’'), maxLength: 30 });
    fc.assert(
      fc.property(letters, (name) => {
        expect(nameKeys(name.toUpperCase())).toEqual(nameKeys(name));
        expect(nameKeys(name.normalize('NFD'))).toEqual(nameKeys(name));
        expect(nameKeys(name.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(nameKeys(name));
      }),
    );
  });
});
