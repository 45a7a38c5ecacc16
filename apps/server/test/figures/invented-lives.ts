/**
 * Families for the figures of tests and pictures, from a seed: who was found by screening, who was assessed and
 * enrolled, who came back, who was lost. Invented: a centre can be made better or worse than the others by its habits.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import { addDays, localDate } from '@denba/quantities/local-date';
import { facilityId } from '@denba/records/ids';
import { fakeDevice } from '@denba/scenario/fake-device';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { createRandom, type Random } from '@denba/scenario/random';

/** The share of families to which each of these happens. */
export type Habits = {
  readonly assessed: number;
  readonly kept: number;
  readonly lost: number;
  readonly died: number;
  readonly received: number;
};

export const usualHabits: Habits = { assessed: 0.82, kept: 0.85, lost: 0.08, died: 0.015, received: 0.7 };

type Centre = {
  readonly place: string;
  readonly families: number;
  readonly habits: Habits;
  /** Births are spread from the first to the last day. */
  readonly born: { readonly from: string; readonly to: string };
  /** Nothing is recorded after this day. */
  readonly until: string;
  readonly seed: string;
};

export const inventedLives = (centre: Centre): readonly FamilyLife[] =>
  Array.from({ length: centre.families }, (_, at) =>
    inventedLife(
      centre,
      `${centre.place}-${centre.seed}-${at + 1}`,
      createRandom(centre.seed).fork(`${centre.place}/${at}`),
    ),
  );

const DAY_MS = 86_400_000;
const reasons = ['waz', 'wlz', 'feeding', 'muac', 'mother'] as const;

const inventedLife = ({ place, habits, born, until }: Centre, name: string, random: Random): FamilyLife => {
  const span = Math.round((Date.parse(born.to) - Date.parse(born.from)) / DAY_MS);
  const birth = addDays(localDate(born.from), random.whole(Math.max(1, span)));
  const device = fakeDevice(`phone-${name}`, { facility: facilityId(place) });
  const isTwin = random.chance(0.06);
  let life = family(name, { on: birth, device })
    .mother({
      village: random.pick(['Sanankoroba', 'Kalaban', 'Dialakoroba', 'Tourodo']),
      distance_min: random.whole(120),
    })
    .bears({
      ...{ on: birth, sex: random.pick(['F', 'M']), birth_weight_g: 1800 + random.whole(1800) },
      ...{ birth_count: isTwin ? 2 : 1, birth_order: 1 },
    });
  const tell = (day: LocalDate, next: (life: FamilyLife) => FamilyLife): boolean => {
    if (day > until) return false;
    life = next(life);
    return true;
  };
  const screenedOn = addDays(birth, 10 + random.whole(80));
  const isPositive = random.chance(0.6);
  const contact = random.pick(['community', 'vaccination', 'pnc', 'growth']);
  const said = { contact_point: contact, screen_result: isPositive ? 'positive' : 'negative' };
  if (!tell(screenedOn, (one) => one.screened({ on: screenedOn, ...said }))) return life;
  if (!isPositive || !random.chance(habits.assessed)) return life;

  const assessedOn = addDays(screenedOn, random.whole(6));
  const z = -2.4 + random.normal() * 0.8;
  const enrol = [...new Set([random.pick(reasons), ...(random.chance(0.35) ? [random.pick(reasons)] : [])])];
  const conclusions = (waz: number) => ({
    ...{ waz: to2(waz), wlz: to2(waz + 0.4 + random.normal() * 0.5), laz: to2(waz - 0.2 + random.normal() * 0.6) },
    ...{ pair_class: random.pick(['high', 'moderate', 'moderate', 'low']), feeding_class: 'effective' },
  });
  const enrolled = tell(assessedOn, (one) =>
    one.assessed({
      ...{ on: assessedOn, weight_g: 2600 + random.whole(1500), enrolment_decision: 'enrolled', enrol_reason: enrol },
      ...{ entry_type: 'new', next_due: addDays(assessedOn, 14), findings: conclusions(z) },
    }),
  );
  if (!enrolled) return life;

  if (random.chance(0.15)) {
    const referredOn = addDays(assessedOn, 1);
    tell(referredOn, (one) => one.transferred('temporary', { on: referredOn, referral_to: 'inpatient' }));
    if (random.chance(habits.received)) {
      const back = addDays(referredOn, 6);
      tell(back, (one) => one.counterReferred({ on: back, admitted_on: addDays(referredOn, 1), discharged_on: back }));
    }
  }
  const dies = random.chance(habits.died);
  const isLost = random.chance(habits.lost);
  const visits = dies || isLost ? 1 + random.whole(2) : 7;
  let on = assessedOn;
  for (let visit = 1; visit <= visits; visit += 1) {
    const isKept = random.chance(habits.kept);
    if (!isKept && random.chance(0.6)) {
      const looked = addDays(on, 24);
      tell(looked, (one) => one.traced('found', { on: looked }));
    }
    on = addDays(on, isKept ? 14 : 30);
    const day = on;
    const next = {
      next_due: addDays(day, 14),
      weight_g: 3000 + visit * 320 + random.whole(300),
      bf_status: 'exclusive',
    };
    if (!tell(day, (one) => one.visit({ on: day, ...next, findings: conclusions(z + visit * 0.18) }))) return life;
  }
  if (dies) {
    const day = addDays(on, 3);
    tell(day, (one) => one.childDies({ on: day }));
    return life;
  }
  const end = isLost ? addDays(on, 40) : addDays(birth, 182);
  const last = end > on ? end : addDays(on, 1);
  const code = isLost ? 'R4' : random.pick(['R1', 'R1', 'R1', 'R1', 'R1b', 'R2', 'R3']);
  tell(last, (one) => one.exits(code, { on: last }));
  return life;
};

const to2 = (value: number): number => Math.round(value * 100) / 100;
