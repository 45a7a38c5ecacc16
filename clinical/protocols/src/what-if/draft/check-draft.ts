/**
 * What the checker and the worked cases say about a draft: problems that the base does not have, cases with other
 * conclusions, and cases that fail. A failing case does not prove that the draft is wrong: it shows what a clinician
 * once agreed to and would have to agree to again.
 */
import { inBoth } from '@denba/quantities/in-both';
import type { Text } from '@denba/quantities/text';
import { checkProtocol, type ProtocolCheck } from '../../check/check-protocol.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import type { Place, Problem } from '../../problem.ts';
import type { ProtocolSource } from '../../read/protocol-source.ts';
import { givenInputs } from '../../vignettes/given-inputs.ts';
import { createWhyChanged, type WhyChanged } from '../compare/why-changed.ts';
import { applyDraft } from './draft.ts';
import type { Draft } from './draft-change.ts';
import { draftFolder } from './draft-rows.ts';

/** The base with its check, made once for all its drafts. */
export type CheckedBase = { readonly source: ProtocolSource; readonly check: ProtocolCheck };

export type ChangedVignette = {
  readonly id: string;
  readonly title: Text;
  readonly why: WhyChanged;
  /** True when the case passes with the base and fails with the draft. */
  readonly fails: boolean;
  /** For example "MAMI.V.012, Poids bas : Risque faible → Risque modéré." */
  readonly sentence: Text;
};

export type DraftCheck = {
  readonly source: ProtocolSource;
  readonly compiled: CompiledProtocol;
  /**
   * Problems that the base does not have. Failing cases are included only when they belong to the draft; others are in
   * `vignettes` and `failing`.
   */
  readonly problems: readonly Problem[];
  /**
   * Whether the draft may be replayed. A rule that no case reaches, and a failing case of the draft's own, do not
   * prevent that: both must be fixed before the draft is approved, not before it is tried.
   */
  readonly usable: boolean;
  readonly vignettes: readonly ChangedVignette[];
  /**
   * Cases that newly fail although none of the compared conclusions changes: they expect something else (a card, a
   * row).
   */
  readonly failing: readonly { readonly id: string; readonly title: Text }[];
  /** The position of the change that a problem belongs to; `null` when it belongs to no single change. */
  readonly changeAt: (place: Place) => number | null;
};

export const checkDraft = ({ source: base, check: before }: CheckedBase, draft: Draft): DraftCheck => {
  const { source, problems: reading, changeAt } = applyDraft(base, draft);
  const { compiled, problems, vignettes: report } = checkProtocol(source, reading);
  const known = new Set(before.problems.map(identity));
  const isOwn = ({ file }: Place): boolean => file.startsWith(draftFolder(draft));
  const own = problems.filter(
    (found) => (found.kind !== 'vignetteFails' || isOwn(found)) && !known.has(identity(found)),
  );
  const usable =
    report !== null && own.every(({ severity, kind }) => severity !== 'error' || awaitsCase.includes(kind));
  const failedBefore = new Set(before.vignettes?.failed.map(({ vignette }) => vignette.id));
  const failed = new Set((report?.failed ?? []).flatMap(({ vignette: { id } }) => (failedBefore.has(id) ? [] : [id])));
  const vignettes = report === null ? [] : changedVignettes(base, before.compiled, compiled, failed);
  const told = new Set(vignettes.map(({ id }) => id));
  return {
    source,
    compiled,
    problems: own,
    usable,
    vignettes,
    changeAt,
    failing: source.vignettes.flatMap(({ id, title, place }) =>
      failed.has(id) && !told.has(id) && !isOwn(place) ? [{ id, title }] : [],
    ),
  };
};

/** Kinds of problems that adding or correcting a worked case would fix. */
export const awaitsCase: readonly Problem['kind'][] = ['rowUnreached', 'vignetteFails'];

const changedVignettes = (
  { vignettes, bases }: ProtocolSource,
  before: CompiledProtocol,
  after: CompiledProtocol,
  failed: ReadonlySet<string>,
): readonly ChangedVignette[] => {
  const whyChanged = createWhyChanged(before, after);
  return vignettes.flatMap((vignette): ChangedVignette[] => {
    const inputs = givenInputs(vignette, bases);
    if (inputs.kind !== 'given') return [];
    const why = whyChanged(inputs.given);
    if (why.conclusions.length === 0) return [];
    const { id, title } = vignette;
    return [{ id, title, why, fails: failed.has(id), sentence: sentence(id, title, why) }];
  });
};

const sentence = (id: string, title: Text, why: WhyChanged): Text =>
  inBoth((language) => {
    const colon = language === 'fr' ? ' :' : ':';
    const lines = why.conclusions.map(
      ({ label, before, after }) => `${label[language]}${colon} ${before[language]} → ${after[language]}`,
    );
    return `${id}, ${title[language]}${colon} ${lines.join(' ; ')}.`;
  });

/** A problem's identity without its line number, because lines move when a row is added. */
const identity = ({ kind, message, column }: Problem): string => `${kind} ${column ?? ''} ${message.en}`;
