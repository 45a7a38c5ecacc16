/**
 * Which of the reasons of a visit may stand on paper. Only what was found on the infant, and the bodily danger signs of
 * the mother: her mood, HIV, violence and her life at home are hers to tell. What she confided becomes a code, and goes
 * into the QR code only when she agrees.
 */
import type { FindingReason, VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Confidence } from './note-facts.ts';

export type ReasonsOnPaper = {
  readonly dangerSigns: readonly string[];
  /** The other reasons, the heaviest first. */
  readonly reasons: readonly string[];
  /** Those that the paper has room for: something of every part before a third of the same. */
  readonly heaviest: readonly string[];
  readonly confided: readonly Confidence[];
  /** The mother herself is to be seen, whatever the reason. */
  readonly motherToSee: boolean;
};

const dangerTables: ReadonlySet<string> = new Set(['yi_danger', 'child_danger', 'mother_danger']);

/** Parts of an assessment that speak of the infant alone, the heaviest first. */
const partsOnPaper = ['infant', 'nutrition', 'growth', 'feeding'] as const;

/** Asked while a feed is observed, and about the mother all the same. */
const aboutTheMother: ReadonlySet<string> = new Set(['f13']);

/** Tables that gather findings; a conclusion only says again what its findings said. */
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
