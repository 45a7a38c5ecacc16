import { describe, expect, it } from 'vitest';
import { shortNames } from './short-names.ts';

describe('names in a picture', () => {
  it('leave out what most share, the small word after it included', () => {
    const names = ['CSCom de Siby (simulé)', 'CSCom du Badala (simulé)', "CSCom d'Ouezzindougou (simulé)"];
    expect(shortNames(names)).toEqual(['Siby', 'Badala', 'Ouezzindougou']);
  });

  it('keep what tells them apart', () => {
    expect(shortNames(['CSCom de Siby', 'CSCom de Kati', 'CSRéf de Kati'])).toEqual(['Siby', 'Kati', 'CSRéf de Kati']);
    expect(shortNames(['Kati', 'Kangaba', 'Dioïla'])).toEqual(['Kati', 'Kangaba', 'Dioïla']);
  });

  it('never become nothing', () => {
    expect(shortNames(['CSCom Siby', 'CSCom Kati', 'CSCom '])).toEqual(['Siby', 'Kati', 'CSCom ']);
  });
});
