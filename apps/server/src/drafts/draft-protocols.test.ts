/** The protocol of a draft, on which cases are tried before it is approved. */
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { applyDraft } from '@denba/protocols/what-if/draft/draft';
import type { DraftChange } from '@denba/protocols/what-if/draft/draft-change';
import { describe, expect, it } from 'vitest';
import { mamiSource } from '../../../../testing/protocols/test/compiled-mami.ts';
import { createDraftProtocols } from './draft-protocols.ts';

const changes: readonly DraftChange[] = [
  { kind: 'parameter', name: 'waz_cut', value: -2.5 },
  {
    ...{ kind: 'addRow', table: 'MAMI.DT.07', before: null },
    cells: {
      ...{ id: 'MAMI.DT.07.1-1', 'when: waz': '< p.waz_cut', 'then: level': 'high' },
      ...{ 'reason::fr': 'P/A {waz}.', 'reason::en': 'WAZ {waz}.' },
    },
  },
];
const draft = { id: 'd-1', changes: changes.map((change) => ({ change, reason: 'Essai' })) };
const title = { fr: 'Essai', en: 'Trial' };
const { compiled } = compileProtocol(
  applyDraft(mamiSource, { id: 'd-1', title, note: title, changes }, 'decided').source,
);
const checked = {
  ...{ problems: [], usable: true, decidable: true, vignettes: [], failing: [], changes: [] },
  pack: { id: 'ab'.repeat(32), content: JSON.stringify(compiled) },
};

describe('the protocol of a draft, for cases', () => {
  it('decides as what would be given to places, and nothing that the draft changes speaks as decided', () => {
    const tried = createDraftProtocols()(draft, checked);
    const statuses = (protocol: typeof compiled | undefined) => [
      protocol?.parameters.find(({ name }) => name === 'waz_cut')?.status,
      protocol?.tables.flatMap(({ rows }) => rows).find(({ id }) => id === 'MAMI.DT.07.1-1')?.status,
    ];
    expect(statuses(compiled)).toEqual(['national', 'national']);
    expect(statuses(tried?.protocol)).toEqual(['default', 'default']);
    expect([...(tried?.own ?? [])]).toEqual(['MAMI.DT.07.1-1']);
    expect(tried?.protocol.parameters.find(({ name }) => name === 'waz_cut')?.value).toBe(-2.5);
  });

  it('is none of a draft that cannot run', () => {
    expect(createDraftProtocols()(draft, { ...checked, pack: null })).toBeNull();
  });
});
