/** A protocol that runs, and the one that the app brought along: it is read while the worker types her PIN. */

import type { Indicator } from '@denba/indicators/indicator';
import { type CountMonths, familyMonths } from '@denba/indicators/month/family-months';
import { type Assessor, createAssessor } from '@denba/protocols/assess/create-assessor';
import { type CareRules, followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { createVisitEngine, type VisitEngine } from '@denba/protocols/care/visit/visit-engine';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { createValueStyles, type ValueStyles } from '@denba/protocols/words/value-styles';

export type RunningProtocol = {
  readonly content: CompiledProtocol;
  readonly assessor: Assessor;
  readonly rules: CareRules;
  /** The figures of the phone, and how a family adds to them. */
  readonly indicators: readonly Indicator[];
  readonly countMonths: CountMonths;
  readonly styles: ValueStyles;
  /** A form of the protocol ready to be filled. Throws on a name that the protocol does not have. */
  readonly engine: (formId: string) => VisitEngine;
};

export const runProtocol = (content: CompiledProtocol, indicators: readonly Indicator[] = []): RunningProtocol => {
  const engines = new Map<string, VisitEngine>();
  let assessor: Assessor | null = null;
  let styles: ValueStyles | null = null;
  return {
    content,
    // Neither is needed for the list of the day, and they take a cheap phone the better part of a second.
    get assessor() {
      assessor ??= createAssessor(content);
      return assessor;
    },
    rules: followUpRules(content),
    indicators,
    countMonths: familyMonths(indicators),
    get styles() {
      styles ??= createValueStyles(content);
      return styles;
    },
    engine(formId) {
      const known = engines.get(formId);
      if (known !== undefined) return known;
      const engine = createVisitEngine(content, formId, this.assessor);
      engines.set(formId, engine);
      return engine;
    },
  };
};

let loading: Promise<RunningProtocol> | null = null;

/** The one that the app brought along. Which one runs: `protocol-packs.ts`. */
export const loadProtocol = (): Promise<RunningProtocol> => {
  loading ??= import('virtual:denba-protocol').then(({ protocol, packId, indicators }) =>
    runProtocol({ ...protocol, pack: packId }, indicators),
  );
  return loading;
};
