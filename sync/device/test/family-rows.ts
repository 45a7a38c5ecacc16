/** A row as an app might keep it, and drafts to fill families with: shared by the tests of the device. */
import { localDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { type FamilyId, familyId, personId } from '@denba/records/ids';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import type { DeviceOptions, SaveDraft } from '../src/device.ts';

export type FamilyRow = {
  readonly mother: string | null;
  readonly village: string | null;
  readonly children: number;
  readonly entries: number;
};

export const familyRows: Pick<DeviceOptions<FamilyRow>, 'project' | 'linkedFamilies' | 'rowVersion'> = {
  rowVersion: 'test-1',
  project: (entries) =>
    new Map(
      [...foldFamilies(entries)].map(([root, timeline]) => [
        root,
        {
          families: timeline.families,
          row: {
            mother: timeline.persons.find((person) => person.roles.includes('mother'))?.name ?? null,
            village: timeline.contact.village,
            children: timeline.children.length,
            entries: timeline.history.length,
          },
        },
      ]),
    ),
  linkedFamilies: ({ form, answers }) => {
    if (!form.startsWith('merge-duplicates@') || answers['merge'] !== 'family') return [];
    return [familyId(String(answers['keep'])), familyId(String(answers['duplicate']))];
  },
};

/** Options with a clock that a test can set. */
export const testOptions = (
  over: Partial<DeviceOptions<FamilyRow>> = {},
): DeviceOptions<FamilyRow> & { readonly clock: { ms: number } } => {
  const clock = { ms: Date.UTC(2026, 2, 1, 8) };
  return {
    name: `denba-test-${crypto.randomUUID()}`,
    wallMs: () => clock.ms,
    newId: () => crypto.randomUUID(),
    ...familyRows,
    ...over,
    clock,
  };
};

export const registration = (family: string, answers: JsonObject = {}): SaveDraft =>
  draft(family, 'register-family@1', null, { mother: `${family}-mother`, mother_name: 'Awa Keïta', ...answers });

export const birth = (family: string, answers: JsonObject = {}): SaveDraft =>
  draft(family, 'birth@2', `${family}-child`, {
    mother: `${family}-mother`,
    infant_name: 'Fanta',
    sex: 'F',
    ...answers,
  });

export const weighing = (family: string, weight_g: number): SaveDraft =>
  draft(family, 'growth-visit@1', `${family}-child`, { weight_g });

export const merging = (keep: string, duplicate: string): SaveDraft =>
  draft(keep, 'merge-duplicates@1', null, { merge: 'family', keep, duplicate, reason: 'the same family' });

export const undoing = (keep: string, merge_entry: string): SaveDraft =>
  draft(keep, 'undo-merge@1', null, { merge_entry, reason: 'two families after all' });

export const withdrawing = (family: string, corrects: string): SaveDraft =>
  draft(family, 'correction@1', null, { corrects, withdraw: true, reason: 'mistake' });

const draft = (family: string, form: string, subject: string | null, answers: JsonObject): SaveDraft => ({
  family: familyId(family),
  subject: subject === null ? null : personId(subject),
  form,
  protocolVersion: null,
  answers,
  findings: {},
  occurredOn: localDate('2026-03-01'),
});

export const family = (name: string): FamilyId => familyId(name);
