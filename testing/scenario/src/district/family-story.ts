/**
 * What is recorded about one family, while it is simulated: notes in the order in which they were recorded, the
 * timeline that they make so far, and what is to happen next. Nothing that would be recorded after the last day is
 * written.
 */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import { formKey } from '@denba/records/form-definition';
import { type FormName, forms } from '@denba/records/form-registry';
import { type HybridTime, newClock, tick } from '@denba/records/hybrid-clock';
import { deviceId, type EntryId, entryId, type FacilityId, type FamilyId, type PersonId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { Timeline } from '@denba/records/timeline/timeline';
import { wallMs } from '../fake-device.ts';
import type { Random } from '../random.ts';

/** An entry before it has its place in the log of a phone. */
export type Note = Omit<Entry, 'device' | 'seq' | 'prev' | 'recordedAt'> & {
  readonly phone: string;
  /** When it was recorded, in milliseconds since 1970. */
  readonly ms: number;
};

export type Saying = {
  readonly form: FormName;
  readonly subject: PersonId | null;
  readonly on: LocalDate;
  readonly answers: JsonObject;
  readonly findings?: JsonObject;
  readonly protocolVersion?: string | null;
  readonly phone: string;
  readonly author: string;
  readonly facility: FacilityId;
  /** Days between the event and its recording. */
  readonly late?: number;
};

export class FamilyStory {
  readonly id: FamilyId;
  readonly notes: Note[] = [];
  readonly #random: Random;
  readonly #lastDay: LocalDate;
  /** The notes as a timeline reads them. An entry is read once: the same one is handed to every fold. */
  readonly #entries: Entry[] = [];
  readonly #waiting: { readonly day: LocalDate; readonly happen: () => void }[] = [];
  #lastMs = 0;
  #today: LocalDate;
  #timeline: Timeline | null = null;

  constructor(id: FamilyId, random: Random, beginsOn: LocalDate, lastDay: LocalDate) {
    this.id = id;
    this.#random = random;
    this.#today = beginsOn;
    this.#lastDay = lastDay;
  }

  get timeline(): Timeline {
    this.#timeline ??= foldTimeline(this.id, this.#entries);
    return this.#timeline;
  }

  /** Returns the id of the entry; `null` when it would be recorded after the last day. */
  write({
    form,
    subject,
    on,
    answers,
    findings = {},
    protocolVersion = null,
    late = 0,
    ...by
  }: Saying): EntryId | null {
    const recordedOn = addDays(on < this.#today ? this.#today : on, late);
    const minutes = this.#random.whole(400) + this.#random.next();
    const ms = Math.floor(Math.max(this.#lastMs + A_MINUTE_OR_TWO, wallMs(recordedOn, minutes)));
    if (ms >= wallMs(addDays(this.#lastDay, 1), -8 * 60)) return null;
    const id = entryId(`${this.id}-${this.notes.length + 1}`);
    this.#lastMs = ms;
    this.#timeline = null;
    const note: Note = {
      ...{
        id,
        family: this.id,
        subject,
        form: formKey(forms[form]),
        protocolVersion,
        findings,
        occurredOn: on,
        ms,
        ...by,
      },
      answers: Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null)),
    };
    this.#entries.push(asEntry(note, this.notes.length));
    this.notes.push(note);
    return id;
  }

  /** Schedules an event. An event in the past happens as soon as `run` reaches it. */
  later(day: LocalDate, happen: () => void): void {
    const at = this.#waiting.findIndex((other) => other.day > day);
    this.#waiting.splice(at === -1 ? this.#waiting.length : at, 0, { day, happen });
  }

  /** Lets the scheduled events happen, day by day, up to the last day. */
  run(): void {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      if (next.day > this.#lastDay) return;
      if (this.#today < next.day) this.#today = next.day;
      next.happen();
    }
  }
}

const A_MINUTE_OR_TWO = 97_000;

/** The note as an entry, with what folding a timeline reads. */
const asEntry = ({ phone, ms, ...note }: Note, index: number): Entry => ({
  ...{ ...note, device: deviceId(phone), seq: index + 1, prev: null },
  recordedAt: tick(newClock, ms).time as HybridTime,
});
