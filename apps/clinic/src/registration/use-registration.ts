/** The state of a registration on the screen: every action goes through the pure form engine and into the draft. */
import type { RegistrationOpening } from '@denba/protocols/care/registration/open-registration';
import type { Answers, Input } from '@denba/questionnaires/answers';
import type { CompiledForm } from '@denba/questionnaires/compile-form';
import * as fill from '@denba/questionnaires/fill-form';
import { useMemo, useRef, useState } from 'preact/hooks';

export type RegistrationActs = {
  readonly onAnswer: (path: string, input: Input) => void;
  readonly onClear: (path: string) => void;
  readonly onConfirm: (path: string, warning: string) => void;
  readonly onAccept: (path: string) => void;
};

export const useRegistration = (
  form: CompiledForm,
  opening: RegistrationOpening,
  onChange: (answers: Answers) => void,
): { readonly filling: fill.Filling; readonly acts: RegistrationActs } => {
  const [filling, setFilling] = useState(() => fill.openForm(form, opening.circumstances, opening.answers));
  const now = useRef(filling);
  const tell = useRef(onChange);
  tell.current = onChange;
  const acts = useMemo<RegistrationActs>(() => {
    const act = (next: fill.Filling): void => {
      if (next === now.current) return;
      now.current = next;
      setFilling(next);
      tell.current(next.answers);
    };
    return {
      onAnswer: (path, input) => act(fill.answer(now.current, path, input)),
      onClear: (path) => act(fill.clear(now.current, path)),
      onConfirm: (path, warning) => act(fill.confirm(now.current, path, warning)),
      onAccept: (path) => act(fill.acceptProposal(now.current, path)),
    };
  }, []);
  return { filling, acts };
};
