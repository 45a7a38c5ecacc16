/**
 * Writes visits as a phone does, concluded by the protocol itself, but fast enough for thousands of visits. A phone
 * evaluates the whole form at every answer; here all answers are known, and only which questions are asked is worked
 * out. `district-visits.test.ts` compares every visit of some centres with what the form of a phone gives.
 */
import type { Value } from '@denba/decisions/value';
import { createAssessor, parameterContext } from '@denba/protocols/assess/create-assessor';
import type { LiveAssessment } from '@denba/protocols/assess/live-assessment';
import { storedFindings } from '@denba/protocols/care/findings/stored-findings';
import { visitFindings } from '@denba/protocols/care/findings/visit-findings';
import { openVisit, type VisitOpening, type VisitPlace } from '@denba/protocols/care/visit/open-visit';
import { createVisitEngine, type VisitEngine } from '@denba/protocols/care/visit/visit-engine';
import { changedInputs } from '@denba/protocols/care/visit/visit-inputs';
import { conclusionsForForm } from '@denba/protocols/care/visit/visit-state';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { sameData } from '@denba/questionnaires/same-data';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import type { FormName } from '@denba/records/form-registry';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { type AskedQuestions, createAskedQuestions } from './asked-questions.ts';
import { likenessOf } from './visits-alike.ts';

export type VisitForm = 'rapid-screen' | 'assessment' | 'follow-up' | 'review';

export type Contact = {
  readonly form: VisitForm;
  readonly child: PersonId;
  readonly on: LocalDate;
  readonly place: VisitPlace;
  /** May contain more answers than the form asks: those to questions that are not asked are left out. */
  readonly answers: JsonObject;
  /** The worker's decision once she sees the conclusions. */
  readonly decide?: (value: (name: string) => Value) => JsonObject;
};

export type WrittenVisit = {
  readonly form: FormName;
  readonly protocolVersion: string;
  readonly answers: JsonObject;
  readonly findings: JsonObject;
  readonly value: (name: string) => Value;
};

export type VisitWriter = (timeline: Timeline, contact: Contact) => WrittenVisit;

const recordForms: Readonly<Record<VisitForm, FormName>> = {
  'rapid-screen': 'mami-screen',
  assessment: 'mami-assessment',
  'follow-up': 'mami-visit',
  review: 'mami-visit',
};

export const createVisitWriter = (protocol: CompiledProtocol): VisitWriter => {
  const assessor = createAssessor(protocol);
  const version = protocolVersion(protocol);
  const p = parameterContext(protocol);
  const engines = new Map<VisitForm, Running>();
  // Reassessing from the last similar visit costs less than a whole assessment, and the result is the same.
  const lastOf = new Map<string, Settled>();
  const engineOf = (form: VisitForm): Running => {
    const known = engines.get(form);
    if (known !== undefined) return known;
    const engine = createVisitEngine(protocol, form, assessor);
    const running = { engine, askedQuestions: createAskedQuestions(engine.form.form) };
    engines.set(form, running);
    return running;
  };

  return (timeline, { form, child, on, place, answers: given, decide }) => {
    const { engine, askedQuestions } = engineOf(form);
    const opening = openVisit(engine, timeline, child, on, place);
    let answers = { ...typedAlready(opening), ...given };
    const alike = likenessOf(form, opening, answers, on);
    let asked = lastOf.get(alike)?.asked ?? new Set(Object.keys(answers));
    let inputs = inputsOf(engine, opening, answers, asked);
    const last = lastOf.get(alike);
    let assessment =
      last === undefined
        ? assessor.assess(inputs)
        : assessor.reassess(last.assessment, changedInputs(last.inputs, inputs));
    const settle = (): void => {
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        asked = askedQuestions(answers, { ...conclusionsForForm(assessment, engine.readsFromOutside), p });
        const next = inputsOf(engine, opening, answers, asked);
        const changes = changedInputs(inputs, next);
        if (Object.keys(changes).length === 0) return;
        inputs = next;
        assessment = assessor.reassess(assessment, changes);
      }
      throw new RangeError(`the form ${form} and its conclusions go in circles`);
    };
    settle();
    lastOf.set(alike, { asked, inputs, assessment });
    if (decide !== undefined) {
      answers = { ...answers, ...decide((name) => assessment.value(name)) };
      settle();
    }
    const result = assessment.value('screen_result');
    const told = Object.entries(answers).filter(
      ([name, input]) => asked.has(name) && input !== null && !sameData(opening.fromRecord[name], input as Input),
    );
    const { enrolment_decision: decision = null } = answers;
    return {
      form: recordForms[form],
      protocolVersion: version,
      answers: {
        ...Object.fromEntries(told),
        ...(form === 'rapid-screen' && typeof result === 'string' ? { screen_result: result } : {}),
        ...(form === 'assessment' && decision !== null ? { enrolment_decision: decision } : {}),
      },
      findings: storedFindings(visitFindings(assessment, 'fr', protocol)),
      value: (name) => assessment.value(name),
    };
  };
};

const MOST_ROUNDS = 8;

type Settled = {
  readonly asked: ReadonlySet<string>;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly assessment: LiveAssessment;
};

type Running = { readonly engine: VisitEngine; readonly askedQuestions: AskedQuestions };

const typedAlready = ({ answers }: VisitOpening): JsonObject =>
  Object.fromEntries(Object.entries(answers.byPath).map(([path, { input }]) => [path, input as JsonValue]));

const inputsOf = (
  { elements, form: { form } }: VisitEngine,
  { known }: VisitOpening,
  answers: JsonObject,
  asked: ReadonlySet<string>,
): Readonly<Record<string, unknown>> => {
  const inputs: Record<string, unknown> = { ...known, ...calculated(form.id, answers, asked) };
  for (const name of asked) if (elements.has(name)) inputs[name] = answers[name] ?? null;
  return inputs;
};

/** The values that the forms calculate besides the answers (`calculate` in `protocols/mami/forms`). */
const calculated = (form: string, answers: JsonObject, asked: ReadonlySet<string>): JsonObject => {
  const { visit_date = null, enrolment_decision } = answers;
  if (form === 'rapid-screen') return { screen_date: visit_date };
  if (form === 'review') return { review_date: visit_date };
  const enrolled = asked.has('enrolment_decision') && enrolment_decision === 'enrolled';
  return form === 'assessment' && enrolled ? { enrol_date: visit_date } : {};
};
