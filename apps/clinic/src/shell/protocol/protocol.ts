/** A running protocol, and the built-in one of the app, which is loaded while the worker types her PIN. */

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
  /** The indicators that a phone shows, and how a family adds to them. */
  readonly indicators: readonly Indicator[];
  readonly countMonths: CountMonths;
  readonly styles: ValueStyles;
  /** The engine of a form. Throws when the protocol has no form of that name. */
  readonly engine: (formId: string) => VisitEngine;
};

export const runProtocol = (content: CompiledProtocol, indicators: readonly Indicator[] = []): RunningProtocol => {
  const engines = new Map<string, VisitEngine>();
  let assessor: Assessor | null = null;
  let styles: ValueStyles | null = null;
  return {
    content,
    // Made lazily: the list of the day does not need them, and they take a cheap phone the better part of a second.
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

/** Loads the built-in protocol. `protocol-packs.ts` decides which one runs. */
export const loadProtocol = (): Promise<RunningProtocol> => {
  loading ??= import('virtual:denba-protocol').then(({ protocol, packId, indicators }) =>
    runProtocol({ ...protocol, pack: packId }, indicators),
  );
  return loading;
};
