/** Saves what a screen would save in a family's life, and gives the child's status in the list. For tests. */
import type { SaveDraft } from '@denba/device/device';
import { careChild } from '@denba/protocols/care/lists/care-child';
import { type CareStatus, careStatus } from '@denba/protocols/care/lists/care-status';
import { localDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import type { FamilyLife } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { mamiRules } from '../../../clinical/protocols/test/mami.ts';

export const savedIn = (life: FamilyLife, drafts: readonly SaveDraft[], today?: string): FamilyLife =>
  drafts.reduce(
    (now, { form, subject, answers, occurredOn }, index) =>
      now.saves(form, subject, answers, {
        on: occurredOn,
        recorded_on: today ?? occurredOn,
        as: `saved ${index}`,
      }),
    life,
  );

export const statusOn = (life: FamilyLife, day: string, child: PersonId = life.childId()): CareStatus => {
  const timeline = timelineOf(life);
  const told = timeline.children.find(({ id }) => id === child);
  if (told === undefined) throw new Error(`no child ${child}`);
  return careStatus(careChild(timeline, told, mamiRules), mamiRules, localDate(day));
};
