/**
 * A stay in care cut down to its last contact and what came after: enough for the follow-up rules to say the same as of
 * the whole (care-status.test.ts holds them to it), on any day from that contact on.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { Episode, Tracing } from '@denba/schedules/episode';

export type SinceLastContact = {
  /** The last visit, or the last discharge from hospital. */
  readonly contactOn: LocalDate | null;
  /** The day that was agreed then. */
  readonly nextOn: LocalDate | null;
  /** `null`: agreed here, or nothing was agreed. */
  readonly nextBy: 'hospital' | null;
  readonly tracings: readonly Tracing[];
  /** In hospital since, or the stay whose end was the last contact. */
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

/** What the follow-up rules read of a row. */
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

/** A discharge with no visit that day: when no date was agreed, the usual one stands. */
export const isDischargeAlone = ({ hospital, contactOn, nextOn }: SinceLastContact): boolean =>
  hospital !== null && hospital.to === contactOn && nextOn === null;
