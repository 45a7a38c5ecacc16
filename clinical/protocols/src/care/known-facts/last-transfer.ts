/**
 * The last permanent transfer of a child, or of its whole family, to a centre that is named by its identifier, with
 * what was recorded since. It refers only to places and is the same on every phone: each phone compares it with its own
 * place.
 *
 * | since the transfer | awaited there | sent away by |
 * |---|---|---|
 * | anything of its care recorded there: a visit, a screen, a weighing | still, and seen there | – |
 * | return to care, enrolment, refusal of follow-up, exit with another outcome, anywhere | no | – |
 * | a screen, a visit or a return at a centre that had sent it away | – | no longer that one |
 * | permanent transfer to a place without identifier | no transfer stands: nobody knows where | |
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { FacilityId, PersonId } from '@denba/records/ids';
import { byOccurrence } from '@denba/records/timeline/project-encounters';
import type { Timeline } from '@denba/records/timeline/timeline';
import { type EntryOf, entriesAbout } from './entries-about.ts';

export type LastTransfer = {
  readonly on: LocalDate;
  readonly from: FacilityId;
  readonly to: FacilityId;
  /** True until something says that the child is in care there, or will not be. */
  readonly awaited: boolean;
  /** True when something of the child's care was recorded there since. */
  readonly seenThere: boolean;
  /** Centres that transferred the child away and have not seen it in care again. */
  readonly sentAwayBy: readonly FacilityId[];
};

const kinds = [
  'transfer',
  'return-to-care',
  'mami-screen',
  'mami-assessment',
  'mami-visit',
  'growth-visit',
  'mami-exit',
  'refusal',
] as const;
type Told = EntryOf<(typeof kinds)[number]>;

export const lastTransfer = (timeline: Timeline, child: PersonId): LastTransfer | null => {
  // Fast path: most families never moved, and their other entries need not be read.
  if (!timeline.history.some(leads)) return null;
  const told = [...entriesAbout(timeline, child, ...kinds), ...entriesAbout(timeline, null, 'transfer')];
  return told.sort(byOccurrence).reduce<LastTransfer | null>(next, null);
};

const leads = ({ form }: Timeline['history'][number]): boolean =>
  form.kind === 'transfer' && form.answers.transfer === 'permanent' && form.answers.to_facility_id !== null;

const next = (before: LastTransfer | null, told: Told): LastTransfer | null => {
  const { form, entry, occurredOn: on } = told;
  const from = entry.facility;
  if (form.kind === 'transfer' && form.answers.transfer === 'permanent') {
    const { to_facility_id: to } = form.answers;
    if (to === null) return null;
    const sentAwayBy = [...new Set([...(before?.sentAwayBy ?? []), from])].filter((place) => place !== to);
    return { on, from, to, awaited: to !== from, seenThere: false, sentAwayBy };
  }
  if (before === null) return null;
  return {
    ...before,
    awaited: before.awaited && !endsWaiting(told),
    seenThere: before.seenThere || from === before.to,
    sentAwayBy: isCareAgain(told, before.on) ? before.sentAwayBy.filter((place) => place !== from) : before.sentAwayBy,
  };
};

const endsWaiting = ({ form }: Told): boolean => {
  switch (form.kind) {
    case 'return-to-care':
      return true;
    case 'mami-assessment':
      return form.answers.enrolment_decision === 'enrolled';
    case 'mami-exit':
      return form.answers.exit_code !== 'R3';
    case 'refusal':
      return form.answers.refused === 'follow_up';
    default:
      return false;
  }
};

/** Whether the child is in care again at the entry's place. A visit on the day of the transfer itself is no return. */
const isCareAgain = ({ form, occurredOn }: Told, transferredOn: LocalDate): boolean =>
  form.kind === 'return-to-care' ||
  (occurredOn > transferredOn && ['mami-screen', 'mami-assessment', 'mami-visit'].includes(form.kind));
