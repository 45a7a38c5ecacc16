/** The protocol of this phone, loaded once: it is read while the worker types her PIN. */
import { type Assessor, createAssessor } from '@denba/protocols/assess/create-assessor';
import { type FollowUpRules, followUpRules } from '@denba/protocols/care/follow-up-rules';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { type CompiledForm, compileForm } from '@denba/questionnaires/compile-form';

export type RunningProtocol = {
  readonly content: CompiledProtocol;
  readonly assessor: Assessor;
  readonly rules: FollowUpRules;
  /** A form of the protocol, ready to fill. Throws on a name that the protocol does not have. */
  readonly form: (id: string) => CompiledForm;
};

export const runProtocol = (content: CompiledProtocol): RunningProtocol => {
  const ready = new Map<string, CompiledForm>();
  return {
    content,
    assessor: createAssessor(content),
    rules: followUpRules(content),
    form: (id) => {
      const known = ready.get(id);
      if (known !== undefined) return known;
      const form = content.forms.find((candidate) => candidate.id === id);
      if (form === undefined) throw new Error(`the protocol ${content.id} has no form ${id}`);
      const compiled = compileForm(form);
      if (!compiled.ok) throw new Error(`the form ${id} does not compile`);
      ready.set(id, compiled.value);
      return compiled.value;
    },
  };
};

let loading: Promise<RunningProtocol> | null = null;

export const loadProtocol = (): Promise<RunningProtocol> => {
  loading ??= import('virtual:denba-protocol').then(({ protocol }) => runProtocol(protocol));
  return loading;
};
