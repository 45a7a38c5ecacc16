/**
 * What the checker and the worked cases say of a draft: problems that the base does not have, cases that are concluded
 * otherwise, and cases that fail. A case that fails is no proof that the draft is wrong: it says what a clinician once
 * agreed on and would have to agree on anew.
 */
import type { Text } from '@denba/quantities/text';
import { checkProtocol, type ProtocolCheck } from '../check/check-protocol.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import type { Problem } from '../problem.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { givenInputs } from '../vignettes/given-inputs.ts';
import { applyDraft, type Draft } from './draft.ts';
import { createWhyChanged, type WhyChanged } from './why-changed.ts';

/** The base, checked once for all drafts of it. */
export type CheckedBase = { readonly source: ProtocolSource; readonly check: ProtocolCheck };

export type ChangedVignette = {
  readonly id: string;
  readonly title: Text;
  readonly why: WhyChanged;
  /** It expected what the base concludes, and does not get it any more. */
  readonly fails: boolean;
  /** "MAMI.V.012, Poids bas : Risque faible → Risque modéré." */
  readonly sentence: Text;
};

export type DraftCheck = {
  readonly source: ProtocolSource;
  readonly compiled: CompiledProtocol;
  /** Those that the base does not have, failing cases left out: they are told as cases. */
  readonly problems: readonly Problem[];
  /**
   * Whether it may be replayed. A rule that no case reaches any more does not forbid that: a case has to be written before
   * the draft is approved, not before anybody asks what it would do.
   */
  readonly usable: boolean;
  readonly vignettes: readonly ChangedVignette[];
  /** Cases that fail although no conclusion of theirs in the list changes: they expect something else (a card, a row). */
  readonly failing: readonly { readonly id: string; readonly title: Text }[];
};

export const checkDraft = ({ source: base, check: before }: CheckedBase, draft: Draft): DraftCheck => {
  const { source, problems: reading } = applyDraft(base, draft);
  const { compiled, problems, vignettes: report } = checkProtocol(source, reading);
  const known = new Set(before.problems.map(identity));
  const own = problems.filter((found) => found.kind !== 'vignetteFails' && !known.has(identity(found)));
  const usable = report !== null && own.every(({ severity, kind }) => severity !== 'error' || kind === 'rowUnreached');
  const failedBefore = new Set(before.vignettes?.failed.map(({ vignette }) => vignette.id));
  const failed = new Set((report?.failed ?? []).flatMap(({ vignette: { id } }) => (failedBefore.has(id) ? [] : [id])));
  const vignettes = report === null ? [] : changedVignettes(base, before.compiled, compiled, failed);
  const told = new Set(vignettes.map(({ id }) => id));
  return {
    ...{ source, compiled, problems: own, usable, vignettes },
    failing: source.vignettes.flatMap(({ id, title }) => (failed.has(id) && !told.has(id) ? [{ id, title }] : [])),
  };
};

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

const sentence = (id: string, title: Text, why: WhyChanged): Text => {
  const say = (language: 'fr' | 'en'): string => {
    const colon = language === 'fr' ? ' :' : ':';
    const lines = why.conclusions.map(
      ({ label, before, after }) => `${label[language]}${colon} ${before[language]} → ${after[language]}`,
    );
    return `${id}, ${title[language]}${colon} ${lines.join(' ; ')}.`;
  };
  return { fr: say('fr'), en: say('en') };
};

/** Lines of a sheet move when a row is added: the same problem is known by what it says. */
const identity = ({ kind, message, column }: Problem): string => `${kind} ${column ?? ''} ${message.en}`;
