import type { SaveDraft } from '@denba/device/device';
import { localDate } from '@denba/quantities/local-date';
import type { FamilyId, PersonId } from '@denba/records/ids';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { describe, expect, it } from 'vitest';
import { underOwnFamily } from './own-family.ts';

const keita = family('keita').mother().bears({ on: '2026-01-05' });
const keyta = family('keyta', { device: fakeDevice('tablet-2') })
  .mother()
  .bears({ on: '2026-01-05' });
const merged = keita.mergesFamily('keyta').mergesPersons('keita-mother', 'keyta-mother');
const timeline = [...foldFamilies([...merged.entries, ...keyta.entries]).values()][0] ?? null;

const about = (subject: string | null): SaveDraft => ({
  ...{ family: 'keita' as FamilyId, subject: subject as PersonId | null, form: 'mami-visit@2' },
  ...{ protocolVersion: null, answers: {}, findings: {}, occurredOn: localDate('2026-02-01') },
});
const filed = (subject: string | null) => underOwnFamily(about(subject), timeline).family;

describe('an entry is filed', () => {
  it('under the record that holds the birth, also while two records are read as one', () => {
    expect(timeline?.families).toEqual(['keita', 'keyta']);
    expect([filed('keita-child-1'), filed('keyta-child-1')]).toEqual(['keita', 'keyta']);
  });

  it('where it was said, when it is about the mother, the family, or somebody whose birth is not here', () => {
    expect([filed(null), filed('keita-mother'), filed('somebody')]).toEqual(['keita', 'keita', 'keita']);
  });

  it('where it was said, in a family that was never merged or is new', () => {
    const alone = [...foldFamilies(keita.entries).values()][0] ?? null;
    expect(underOwnFamily(about('keita-child-1'), alone).family).toBe('keita');
    expect(underOwnFamily(about('keita-child-1'), null).family).toBe('keita');
  });
});
