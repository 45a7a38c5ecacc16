/**
 * What the checker and the worked cases say of a draft: problems that the base does not have, cases that are concluded
 * otherwise, and cases that fail. A case that fails is no proof that the draft is wrong: it says what a clinician once
 * agreed on and would have to agree on anew.
 */
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
  /** Those that the base does not have. Of failing cases only the draft's own: the others are told as cases. */
  readonly problems: readonly Problem[];
  /**
   * Whether it may be replayed. A rule that no case reaches does not forbid that, nor a case of the draft's own that ends
   * otherwise by now: both have to be mended before the draft is approved, not before anybody asks what it would do.
   */
  readonly usable: boolean;
  readonly vignettes: readonly ChangedVignette[];
  /** Cases that fail although no conclusion of theirs in the list changes: they expect something else (a card, a row). */
  readonly failing: readonly { readonly id: string; readonly title: Text }[];
  /** Which change of the draft a problem belongs to; `null`: to none alone. */
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

/** What a worked case would mend. */
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
