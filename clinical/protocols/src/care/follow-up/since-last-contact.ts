/**
 * A stay in care reduced to its last contact and what came after it: enough for the follow-up rules to give the same
 * result as for the whole stay (care-status.test.ts checks this), on any day from that contact on.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { Episode, Tracing } from '@denba/schedules/episode';

export type SinceLastContact = {
  /** The day of the last visit or of the last discharge from hospital, whichever is later. */
  readonly contactOn: LocalDate | null;
  /** The day of the next visit that was agreed at that contact. */
  readonly nextOn: LocalDate | null;
  /** `null`: agreed here, or no day was agreed. */
  readonly nextBy: 'hospital' | null;
  readonly tracings: readonly Tracing[];
  /** The stay in hospital that is still open, or the one whose end was the last contact; else `null`. */
  readonly hospital: { readonly from: LocalDate; readonly to: LocalDate | null } | null;
};

export const sinceLastContact = ({ visits, tracings, hospitalStays }: Episode): SinceLastContact => {
  const discharges = hospitalStays.flatMap(({ to }) => (to === null ? [] : [to]));
  const contactOn = [...visits.map(({ on }) => on), ...discharges].sort().at(-1) ?? null;
  const agreed = visits.filter(({ on, next }) => on === contactOn && next !== null && next > on);
  const nextOn = agreed.map(({ next }) => next).sort()[0] ?? null;
  const own = agreed.some(({ next, by }) => next === nextOn && by === undefined);
  return {
    contactOn,
    nextOn,
    nextBy: nextOn === null || own ? null : 'hospital',
    tracings: contactOn === null ? tracings : tracings.filter(({ on }) => on > contactOn),
    hospital:
      hospitalStays.findLast(({ to }) => to === null) ??
      hospitalStays.findLast(({ to }) => to !== null && to === contactOn) ??
      null,
  };
};

/** The reduced episode for the follow-up rules, from a row of the list. */
export const reducedEpisode = (
  stay: SinceLastContact & { readonly exitedOn: LocalDate | null },
  sixMonthsOn: LocalDate | null,
): Episode => ({
  visits: stay.contactOn === null || isDischargeAlone(stay) ? [] : [{ on: stay.contactOn, next: stay.nextOn }],
  tracings: stay.tracings,
  hospitalStays: stay.hospital === null ? [] : [stay.hospital],
  until: sixMonthsOn ?? ('9999-12-31' as LocalDate),
  exitedOn: stay.exitedOn,
});

/** The last contact was a discharge and no day was agreed: the usual day after a discharge applies. */
export const isDischargeAlone = ({ hospital, contactOn, nextOn }: SinceLastContact): boolean =>
  hospital !== null && hospital.to === contactOn && nextOn === null;
