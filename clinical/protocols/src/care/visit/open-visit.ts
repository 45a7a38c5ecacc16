/**
 * A form as it opens for one child on one day: facts of the record are already answered, the last known values are
 * proposed where that is allowed, and earlier measurements are shown beside the new ones. What has to be observed is
 * asked: danger signs, measurements, feeding and mood are never filled in beforehand.
 */
import { dateValue, type Value } from '@denba/decisions/value';
import type { LocalDate } from '@denba/quantities/local-date';
import { type Answer, type Answers, type Input, noAnswers } from '@denba/questionnaires/answers';
import type { Circumstances } from '@denba/questionnaires/form-state';
import { inputOf } from '@denba/questionnaires/input-of';
import type { Earlier } from '@denba/questionnaires/wording';
import type { EntryId, FacilityId, PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { parameterContext } from '../../assess/create-assessor.ts';
import { createInputReader, type Inputs } from '../../assess/read-inputs.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { type CareRules, followUpRules } from '../follow-up/follow-up-rules.ts';
import { knownInputs } from './known-inputs.ts';
import type { VisitEngine } from './visit-engine.ts';

/** Where and by whom the visit is held. */
export type VisitPlace = {
  readonly facility: FacilityId;
  /** A code of the data element `site_level`, such as `chw` or `clinic`. */
  readonly siteLevel: string;
  /** The worker's name as shown to others. */
  readonly author: string;
  /** A code of the data element `cadre`. */
  readonly cadre?: string;
  /** The day by the device's clock: later dates get a warning. When absent, no date does. */
  readonly today?: LocalDate;
};

export type VisitOpening = {
  readonly circumstances: Circumstances;
  /** Answers filled in beforehand: the day, the place, and facts of the record. */
  readonly answers: Answers;
  /** The facts of the record among `answers`: an entry repeats them only when they were changed. */
  readonly fromRecord: Readonly<Record<string, Input>>;
  readonly known: Inputs;
};

export const openVisit = (
  engine: VisitEngine,
  timeline: Timeline,
  child: PersonId,
  on: LocalDate,
  place: VisitPlace,
  without: EntryId | null = null,
): VisitOpening => {
  const { protocol, questions: asked } = engine;
  const { rules, readInputs, p } = meansOf(protocol);
  const known = knownInputs(timeline, child, on, rules, without);
  const { scope } = readInputs(known);
  const circumstances: Circumstances = {
    given: { ...scope, p, ...todayOf(place) },
    earlier: earlierValues(known),
    proposed: proposals(known, place),
  };
  const dead = known['mother_status'] === 'dead';
  const isKnown = (name: string): boolean => isFact(name, rules.lasting) || (dead && name === 'orphan');
  const fromRecord = inputsOf(asked.filter(isKnown).map((name) => [name, scope[name]]));
  const settings = { visit_date: dateValue(on), site_level: place.siteLevel, cadre: place.cadre ?? null };
  const given = inputsOf(Object.entries(settings).filter(([name]) => asked.includes(name)));
  const answers = asAnswers({ ...fromRecord, ...given });
  return { circumstances, answers, fromRecord, known };
};

/** The values that `formGivens` names. */
export const todayOf = ({ today }: VisitPlace): { readonly today?: Value } =>
  today === undefined ? {} : { today: dateValue(today) };

type Means = {
  readonly rules: CareRules;
  readonly readInputs: ReturnType<typeof createInputReader>;
  readonly p: ReturnType<typeof parameterContext>;
};

const means = new WeakMap<CompiledProtocol, Means>();

/** Cached per protocol: a protocol is used to open thousands of visits. */
const meansOf = (protocol: CompiledProtocol): Means => {
  const known = means.get(protocol);
  if (known !== undefined) return known;
  const made = {
    rules: followUpRules(protocol),
    readInputs: createInputReader(protocol),
    p: parameterContext(protocol),
  };
  means.set(protocol, made);
  return made;
};

/**
 * Facts that a form may ask for and the record already has. Lasting answers are added by the protocol (column
 * `lasting`).
 */
const facts: ReadonlySet<string> = new Set([
  ...['sex', 'birth_date', 'dob_precision', 'enrolled', 'enrol_date', 'status', 'death_date'],
  ...['planned_date', 'planned_interval_days', 'returned_after_default', 'inpatient_discharge_date'],
  ...['missed_n', 'days_since_due', 'days_since_contact'],
]);

const isFact = (name: string, lasting: readonly string[]): boolean => facts.has(name) || lasting.includes(name);

/** Proposed values: shown for the worker to accept or change, and not used before she does. */
const proposals = (known: Inputs, { author }: VisitPlace): Readonly<Record<string, Value>> => {
  const status = known['mother_status'];
  return {
    ...(typeof status === 'string' ? { mother_status: status } : {}),
    ...(status === 'present' || status === 'ill' ? { mother_newly_absent: true } : {}),
    ...(cameBack(known) ? { entry_type: 'return' } : {}),
    measurer: author,
    suicide_responder: author,
  };
};

const cameBack = (known: Inputs): boolean =>
  known['returned_after_default'] === true || known['entry_type'] === 'return';

/** The last value of each measurement, shown beside the new one. */
const earlierValues = (known: Inputs): Readonly<Record<string, Earlier>> => {
  const earlier: Record<string, Earlier> = {};
  const previous = known['previous'];
  for (const visit of Array.isArray(previous) ? (previous as readonly Readonly<Record<string, unknown>>[]) : []) {
    for (const name of ['weight_g', 'length_cm', 'muac_mm', 'head_cm', 'mother_muac_mm']) {
      const value = visit[name];
      if (typeof value === 'number') earlier[name] = { value, on: visit['visit_date'] as LocalDate };
    }
  }
  return earlier;
};

const inputsOf = (values: readonly (readonly [string, Value | undefined])[]): Readonly<Record<string, Input>> =>
  Object.fromEntries(
    values.flatMap(([name, value]): [string, Input][] => {
      const input = inputOf(value ?? null);
      return input === null ? [] : [[name, input]];
    }),
  );

const asAnswers = (inputs: Readonly<Record<string, Input>>): Answers => ({
  ...noAnswers,
  byPath: Object.fromEntries(
    Object.entries(inputs).map(([name, input]): [string, Answer] => [name, { input, confirmed: [] }]),
  ),
});
