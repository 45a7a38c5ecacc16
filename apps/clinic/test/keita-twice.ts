/** A family that was registered twice, and a family in mourning: for tests of the family's screens. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { AnewScreen } from '../src/family/correction/anew.view.tsx';
import { CorrectScreen } from '../src/family/correction/correct.view.tsx';
import { EntryScreen } from '../src/family/entry/entry.view.tsx';
import { FamilyScreen } from '../src/family/family.view.tsx';
import { MergeScreen } from '../src/family/merge/merge.view.tsx';
import type { Route } from '../src/shell/route.ts';
import { type MemoryPhone, memoryPhone } from './memory-phone.tsx';

export const today = localDate('2026-03-01');
export const screens = {
  ...{ family: FamilyScreen, entry: EntryScreen, correct: CorrectScreen, merge: MergeScreen, anew: AnewScreen },
};

/** Twins in care: the girl is late, the boy is in hospital. */
export const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta', card_code: 'SKB-12', father_name: 'Moussa Keïta' })
  .bearsTwins({ on: '2026-01-05', infant_name: 'Hawa' }, { on: '2026-01-05', infant_name: 'Fanta', sex: 'M' })
  .assessed({ on: '2026-01-15', child: 'keita-child-1', enrolment_decision: 'enrolled', next_due: '2026-02-12' })
  .assessed({ on: '2026-01-15', child: 'keita-child-2', enrolment_decision: 'enrolled', next_due: '2026-01-22' })
  .visit({
    ...{ on: '2026-02-12', child: 'keita-child-1', weight_g: 4010, length_cm: 53, next_due: '2026-02-26' },
    ...{ visit_date: '2026-02-12', as: 'visit', findings: { pairClass: 'moderate', headline: { floor: true } } },
  })
  .transferred('temporary', { on: '2026-02-20', child: 'keita-child-2', referral_to: 'inpatient' });

/** The same family, registered again by another worker with another spelling. */
export const keyta = family('keyta', { device: fakeDevice('tablet-2') })
  .mother({ mother_name: 'Hawa Keyta', phone: '70 00 00 00', card_code: null })
  .bears({ on: '2026-01-05', infant_name: 'Hawa' })
  .screened({ on: '2026-01-12', screen_result: 'positive' });

export const gone = family('traore', { device: fakeDevice('tablet-3') })
  .mother({ mother_name: 'Fatou Traoré', phone: '60 11 22 33', village: 'Kati', card_code: null })
  .bears({ on: '2026-01-05', infant_name: 'Sira' })
  .childDies({ on: '2026-02-01' });

export const keitaPage: Route = { name: 'family', family: keita.id };

export const phoneWithAll = (): Promise<MemoryPhone> =>
  memoryPhone(screens, [keita.entries, keyta.entries, gone.entries], today);
