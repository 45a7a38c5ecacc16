import { describe, expect, it } from 'vitest';
import { mami } from '../../../test/mami.ts';
import type { DraftChange } from './draft-change.ts';
import { refuseRule } from './refuse-rule.ts';

const thinArm: Extract<DraftChange, { kind: 'addRow' }> = {
  ...{ kind: 'addRow', table: 'MAMI.DT.07', before: 'MAMI.DT.07.04' },
  cells: {
    ...{ id: 'MAMI.DT.07.d1-1', 'when: oedema_present': 'false', 'when: muac_used_mm': '< muac_cut_mm' },
    ...{ 'then: criterion': 'muac', 'then: level': 'moderate' },
    ...{ 'reason::fr': 'PB {muac_used_mm}.', 'reason::en': 'MUAC {muac_used_mm}.' },
  },
};
const refused = (cells: Readonly<Record<string, string>>, before: string | null = null) =>
  refuseRule(mami, { ...thinArm, before, cells: { ...thinArm.cells, ...cells } });

describe('a new rule, as it is typed', () => {
  it('has nothing wrong with it by itself', () => {
    expect(refuseRule(mami, thinArm)).toEqual({});
    expect(refused({ 'when: waz': 'null, < p.waz_cut', 'then: criterion': '' })).toEqual({});
  });

  it.each<[string, string, string, RegExp]>([
    ['a condition that cannot be read', 'when: waz', '< <', /./],
    ['a cut-off that is not there', 'when: waz', '< p.waz_cutt', /ne connaît pas « p\.waz_cutt »\..*« p\.waz_cut »/],
    ['a code of another question', 'when: oedema_present', 'nonee', /ne connaît pas « nonee »/],
    ['a conclusion that is none', 'then: level', 'modrate', /« modrate »\. Vouliez-vous écrire « moderate »/],
    ['a place for a value that nobody has', 'reason::fr', 'PB {muac_usd_mm}.', /« muac_usd_mm »/],
    ['a sentence in one language only', 'reason::en', ' ', /en une phrase/],
  ])('says at the cell: %s', (_, column, text, said) => {
    const found = refused({ [column]: text });
    expect([Object.keys(found), said.test(found[column]?.fr ?? '')]).toEqual([[column], true]);
    expect(found[column]?.en).not.toBe(found[column]?.fr);
  });

  it('has to ask something and to conclude something', () => {
    const asks = { 'when: oedema_present': '-', 'when: muac_used_mm': '' };
    expect(Object.keys(refused({ ...asks, 'then: criterion': '-', 'then: level': '' }))).toEqual(['when:', 'then:']);
  });

  it('stands before a rule of its own table', () => {
    expect(Object.keys(refused({}, 'MAMI.DT.08.01'))).toEqual(['before']);
  });
});
