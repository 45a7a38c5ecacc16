/**
 * Selects the reasons of a visit that may be printed: only what was found on the infant, and the physical danger signs
 * of the mother. Her mood, HIV, violence and her life at home are hers to tell: what she confided becomes a code, and
 * goes into the QR code only if she agrees.
 */
import type { FindingReason, VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Confidence } from './note-facts.ts';

export type ReasonsOnPaper = {
  readonly dangerSigns: readonly string[];
  /** All reasons except danger signs, the most severe parts first. */
  readonly reasons: readonly string[];
  /** The reasons for which the paper has room: two of each part are taken before a third of any. */
  readonly heaviest: readonly string[];
  readonly confided: readonly Confidence[];
  /** The mother herself must be seen, whatever the reason. */
  readonly motherToSee: boolean;
};

const dangerTables: ReadonlySet<string> = new Set(['yi_danger', 'child_danger', 'mother_danger']);

/** Parts of an assessment that concern only the infant, the most severe first. */
const partsOnPaper = ['infant', 'nutrition', 'growth', 'feeding'] as const;

/** Questions of the feeding part that are about the mother. */
const aboutTheMother: ReadonlySet<string> = new Set(['f13']);

/** Only tables that collect findings (hit policy C) count: a conclusion would repeat what its findings say. */
const gathers = ({ tables }: Pick<CompiledProtocol, 'tables'>, name: string): boolean =>
  tables.find((table) => table.name === name)?.hitPolicy === 'C';

export const reasonsOnPaper = (
  findings: Pick<VisitFindings, 'reasons' | 'actions' | 'kept'>,
  answers: JsonObject,
  protocol: Pick<CompiledProtocol, 'tables'>,
): ReasonsOnPaper => {
  const onPaper = findings.reasons.filter(
    (reason) => gathers(protocol, reason.table) && !reason.values.some(({ name }) => aboutTheMother.has(name)),
  );
  const signs = onPaper.filter(({ table }) => dangerTables.has(table));
  const parts = partsOnPaper.map((part) =>
    textsOf(onPaper.filter((reason) => reason.part === part && !dangerTables.has(reason.table))),
  );
  const first = parts.flatMap((texts) => texts.slice(0, FIRST_OF_A_PART)).slice(0, MOST_REASONS);
  const rest = parts.flatMap((texts) => texts.slice(FIRST_OF_A_PART));
  const heaviest = [...first, ...rest].slice(0, MOST_REASONS);
  return {
    dangerSigns: textsOf(signs),
    reasons: parts.flat(),
    heaviest: parts.flat().filter((text) => heaviest.includes(text)),
    confided: confidedIn(findings, answers),
    motherToSee: heavy.has(String(findings.kept['mother_class'] ?? '')),
  };
};

const MOST_REASONS = 5;
const FIRST_OF_A_PART = 2;

const heavy: ReadonlySet<string> = new Set(['high', 'indepth', 'moderate']);

const textsOf = (reasons: readonly FindingReason[]): readonly string[] => [...new Set(reasons.map(({ text }) => text))];

const confidedIn = (
  { actions, kept }: Pick<VisitFindings, 'actions' | 'kept'>,
  answers: JsonObject,
): readonly Confidence[] => {
  const codes = new Set(actions.map(({ code }) => code));
  const has = (...some: readonly string[]): boolean => some.some((code) => codes.has(code));
  const all: readonly (readonly [Confidence, boolean])[] = [
    ['mood', kept['mh_result'] === 'positive' || has('MH_REFER', 'MH_REFER_WEEK', 'MH_REFER_DAY', 'COMPLETE_PHQ9')],
    ['self_harm', has('SUICIDE_URGENT', 'SUICIDE_SAME_DAY', 'SUICIDE_ASSESS')],
    ['hiv', answers['hiv'] === 'positive' || answers['hiv_exposed'] === 'yes'],
    ['violence', answers['violence'] === 'yes'],
  ];
  return all.flatMap(([code, said]) => (said ? [code] : []));
};
