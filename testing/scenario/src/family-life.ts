/**
 * A family's life, told step by step; each step saves one entry on a device. Immutable, so that two tests can continue
 * from the same past, and two devices can diverge from it.
 *
 * ```ts
 * const life = family('keita')
 *   .mother({ mother_name: 'Awa' })
 *   .bears({ on: '2026-01-05', birth_weight_g: 2100 })
 *   .assessed({ age_days: 10, weight_g: 2150, enrolment_decision: 'enrolled' })
 *   .visit({ age_days: 17, weight_g: 2300, as: 'second weighing' })
 *   .corrects('second weighing', { weight_g: 2030 }, 'digits swapped');
 * const timeline = foldTimeline(life.id, life.entries);
 * ```
 *
 * Every step accepts `on` (the day it happened) or `age_days` (of the child), `child` (which one; the last born by
 * default), `as` (a name to refer to the step later) and `recorded_on` (entered later, from paper). All other keys are
 * answers.
 */
import { addDays, type LocalDate, localDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import { formKey } from '@denba/records/form-definition';
import { type FormName, forms } from '@denba/records/form-registry';
import { type FamilyId, familyId, type PersonId, personId } from '@denba/records/ids';
import { assessmentAnswers, birthAnswers, measurementAnswers, motherAnswers } from './answers.ts';
import { type FakeDevice, fakeDevice, saveEntry, wallMs } from './fake-device.ts';

export type Step = JsonObject & {
  readonly on?: string;
  readonly age_days?: number;
  readonly child?: string;
  readonly as?: string;
  readonly recorded_on?: string;
};

type Life = {
  readonly family: FamilyId;
  readonly today: LocalDate;
  readonly device: string;
  readonly devices: ReadonlyMap<string, FakeDevice>;
  readonly entries: readonly Entry[];
  readonly births: ReadonlyMap<PersonId, LocalDate>;
  readonly named: ReadonlyMap<string, Entry>;
  readonly protocolVersion: string | null;
};

export const family = (
  name = 'keita',
  over: { readonly on?: string; readonly device?: FakeDevice } = {},
): FamilyLife => {
  const device = over.device ?? fakeDevice('tablet-1');
  return new FamilyLife({
    family: familyId(name),
    today: localDate(over.on ?? '2026-01-01'),
    device: device.log.device,
    devices: new Map([[device.log.device, device]]),
    entries: [],
    births: new Map(),
    named: new Map(),
    protocolVersion: null,
  });
};

export class FamilyLife {
  readonly #life: Life;

  constructor(life: Life) {
    this.#life = life;
  }

  get id(): FamilyId {
    return this.#life.family;
  }
  get entries(): readonly Entry[] {
    return this.#life.entries;
  }
  get motherId(): PersonId {
    return personId(`${this.id}-mother`);
  }
  /** The device that saves now; pass it to another family to continue its log. */
  get device(): FakeDevice {
    return known(this.#life.devices.get(this.#life.device), `device ${this.#life.device}`);
  }
  childId(name?: string): PersonId {
    if (name !== undefined) return personId(name);
    return [...this.#life.births.keys()].at(-1) ?? personId(`${this.id}-child-1`);
  }
  /** The entry of the step that was named `as`. */
  entry(as: string): Entry {
    return known(this.#life.named.get(as), `step named "${as}"`);
  }

  /** Later steps are saved on this device, which is created on first use. */
  on(name: string, over: Parameters<typeof fakeDevice>[1] = {}): FamilyLife {
    const device = this.#life.devices.get(name) ?? fakeDevice(name, over);
    return this.#with({ device: name, devices: new Map(this.#life.devices).set(name, device) });
  }
  /** Later entries carry this protocol version. */
  under(protocolVersion: string): FamilyLife {
    return this.#with({ protocolVersion });
  }
  /** Adds the entries that another branch of this family's life has saved. */
  hears(other: FamilyLife): FamilyLife {
    return this.#with({ entries: [...new Set([...this.entries, ...other.entries])] });
  }

  mother(said: Step = {}): FamilyLife {
    return this.#save('register-family', null, motherAnswers({ mother: this.motherId }), said);
  }
  pregnant(said: Step = {}): FamilyLife {
    return this.#save(
      'pregnancy',
      this.motherId,
      { pregnancy: `${this.id}-pregnancy-1`, gravidity: 1, parity: 0 },
      said,
    );
  }
  bears(said: Step = {}): FamilyLife {
    const child = personId(said.child ?? `${this.id}-child-${this.#life.births.size + 1}`);
    const day = localDate(said.on ?? this.#life.today);
    const born = this.#with({ births: new Map(this.#life.births).set(child, day) });
    const answers = birthAnswers({ mother: this.motherId, pregnancy: `${this.id}-pregnancy-1` });
    return born.#save('birth', child, answers, { ...said, on: day });
  }
  /** Two births of one pregnancy: `child-1` and `child-2`, or as named. */
  bearsTwins(first: Step = {}, second: Step = {}): FamilyLife {
    return this.bears({ birth_weight_g: 2300, ...first, birth_count: 2, birth_order: 1 }).bears({
      birth_weight_g: 2150,
      ...second,
      birth_count: 2,
      birth_order: 2,
    });
  }
  weighed(said: Step = {}): FamilyLife {
    return this.#ofChild('growth-visit', measurementAnswers(), said);
  }
  screened(said: Step = {}): FamilyLife {
    return this.#ofChild('mami-screen', { contact_point: 'vaccination', screen_result: 'negative' }, said);
  }
  assessed(said: Step = {}): FamilyLife {
    return this.#ofChild('mami-assessment', assessmentAnswers({ entry_type: 'new' }), said);
  }
  visit(said: Step = {}): FamilyLife {
    return this.#ofChild('mami-visit', { ...measurementAnswers(), visit_type: 'followup' }, said);
  }
  exits(exit_code: string, said: Step = {}): FamilyLife {
    return this.#ofChild('mami-exit', { exit_code, reviewed: exit_code === 'R1' }, said);
  }
  transferred(transfer: 'temporary' | 'permanent', said: Step = {}): FamilyLife {
    return this.#ofChild('transfer', { transfer, transfer_reason: 'danger sign', urgent: true }, said);
  }
  moves(to_facility: string, said: Step = {}): FamilyLife {
    return this.#save('transfer', null, { transfer: 'permanent', to_facility, transfer_reason: 'moved' }, said);
  }
  returns(entry_type: 'return' | 'transfer_in' | 'post_inpatient', said: Step = {}): FamilyLife {
    return this.#ofChild('return-to-care', { entry_type }, said);
  }
  childDies(said: Step = {}): FamilyLife {
    return this.#ofChild('death', { death_place: 'home', death_date_precision: 'exact' }, said);
  }
  motherDies(said: Step = {}): FamilyLife {
    return this.#save('death', this.motherId, { death_place: 'facility', death_date_precision: 'exact' }, said);
  }
  caregiver(caregiver: string, said: Step = {}): FamilyLife {
    const answers = { caregiver, caregiver_relation: 'grandmother', change_reason: 'mother_dead' };
    return this.#ofChild('caregiver-change', answers, said);
  }
  consents(consent_decision: 'given' | 'refused' | 'withdrawn', said: Step = {}): FamilyLife {
    return this.#save('consent', this.motherId, { consent_decision, consent_scope: ['care'] }, said);
  }
  traced(tracing_result: string, said: Step = {}): FamilyLife {
    return this.#ofChild('tracing', { tracing_result }, said);
  }
  counterReferred(said: Step = {}): FamilyLife {
    return this.#ofChild('counter-referral', { from_facility: 'csref-1', referral_result: 'counter_referred' }, said);
  }
  refuses(refused: 'enrolment' | 'referral' | 'treatment' | 'follow_up', said: Step = {}): FamilyLife {
    return this.#ofChild('refusal', { refused }, said);
  }
  corrects(as: string, set: JsonObject, reason: string, said: Step = {}): FamilyLife {
    return this.#save('correction', null, { corrects: this.entry(as).id, set, reason }, said);
  }
  withdraws(as: string, reason: string, said: Step = {}): FamilyLife {
    return this.#save('correction', null, { corrects: this.entry(as).id, withdraw: true, reason }, said);
  }
  mergesPersons(keep: string, duplicate: string, said: Step = {}): FamilyLife {
    return this.#save('merge-duplicates', null, { merge: 'person', keep, duplicate, reason: 'one person' }, said);
  }
  mergesFamily(duplicate: string, said: Step = {}): FamilyLife {
    return this.#save('merge-duplicates', null, { merge: 'family', keep: this.id, duplicate, reason: 'one' }, said);
  }
  undoesMerge(as: string, said: Step = {}): FamilyLife {
    return this.#save('undo-merge', null, { merge_entry: this.entry(as).id, reason: 'they are two' }, said);
  }
  /** Saves an entry of any form, also of one that this version does not know. */
  saves(form: string, subject: PersonId | null, answers: JsonObject, said: Step = {}): FamilyLife {
    return this.#append(form, subject, answers, said);
  }

  #ofChild(form: FormName, defaults: JsonObject, said: Step): FamilyLife {
    return this.#save(form, this.childId(said.child), defaults, said);
  }
  #save(form: FormName, subject: PersonId | null, defaults: JsonObject, said: Step): FamilyLife {
    return this.#append(formKey(forms[form]), subject, defaults, said);
  }
  #append(form: string, subject: PersonId | null, defaults: JsonObject, said: Step): FamilyLife {
    const { on, age_days, child: _child, as, recorded_on, findings = {}, ...answers } = said;
    const { today, births, devices, device, family: id, protocolVersion, entries, named } = this.#life;
    const born = subject === null ? undefined : births.get(subject);
    const day = on !== undefined ? localDate(on) : age_days !== undefined && born ? addDays(born, age_days) : today;
    const saved = saveEntry(this.device, {
      family: id,
      subject,
      form,
      protocolVersion,
      answers: { ...defaults, ...answers },
      findings: findings as JsonObject,
      occurredOn: day,
      atMs: wallMs(recorded_on === undefined ? day : localDate(recorded_on), entries.length),
    });
    return this.#with({
      today: laterOf(day, today),
      devices: new Map(devices).set(device, saved.device),
      entries: [...entries, saved.entry],
      named: as === undefined ? named : new Map(named).set(as, saved.entry),
    });
  }
  #with(change: Partial<Life>): FamilyLife {
    return new FamilyLife({ ...this.#life, ...change });
  }
}

const laterOf = (a: LocalDate, b: LocalDate): LocalDate => {
  if (a < b) return b;
  return a;
};

const known = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`this family's life has no ${what}`);
  return value;
};
