/**
 * The state of a visit on the screen: every action goes through the pure functions of `visit-state`, and the result is
 * stored as a draft a moment later.
 */
import type { VisitOpening } from '@denba/protocols/care/visit/open-visit';
import type { VisitEngine } from '@denba/protocols/care/visit/visit-engine';
import {
  acceptProposal,
  answerAndAssess,
  clear,
  confirm,
  startVisit,
  sweep,
  type VisitState,
} from '@denba/protocols/care/visit/visit-state';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import { type LocalDate, parseLocalDate } from '@denba/quantities/local-date';
import type { Answers, Input } from '@denba/questionnaires/answers';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type DraftStore, keepDraft, writeOnLeaving } from '../shell/record/draft-keeper.ts';
import { draftToJson, type VisitDraft } from './visit-draft.ts';

export type VisitActs = {
  readonly onAnswer: (path: string, input: Input) => void;
  readonly onClear: (path: string) => void;
  readonly onConfirm: (path: string, warning: string) => void;
  readonly onAccept: (path: string) => void;
  readonly onSweep: (group: string) => void;
};

type Given = {
  readonly engine: VisitEngine;
  /** Opens the form for a day, with what the record knew then. */
  readonly openOn: (day: LocalDate) => VisitOpening;
  readonly draft: VisitDraft | null;
  readonly key: string;
  readonly store: DraftStore;
  readonly today: LocalDate;
  /** Id of the user who unlocked the phone. */
  readonly user: string;
  /** Called when the draft could not be written because the phone is full. */
  readonly onUnsaved: () => void;
};

const VISIT_DATE = 'visit_date';

const heldOn = (answers: Answers | undefined): LocalDate | null => {
  const input = answers?.byPath[VISIT_DATE]?.input;
  const read = typeof input === 'string' ? parseLocalDate(input) : null;
  return read?.ok === true ? read.value : null;
};

export const useVisit = ({ engine, openOn, draft, key, store, today, user, onUnsaved }: Given) => {
  const [opening] = useState(() => openOn(heldOn(draft?.answers) ?? today));
  const [state, setState] = useState<VisitState>(() => startVisit(engine, opening, draft?.answers ?? opening.answers));
  const [section, setSection] = useState<string | null>(draft?.section ?? null);
  const [keeper] = useState(() => keepDraft(key, store, onUnsaved));

  const { answers } = state.filling;
  // Answers that the form fills in when it opens are not the user's: a visit that is only looked at leaves no draft.
  const [atOpening] = useState(answers);
  const begun = answers !== atOpening;
  // The draft is written only when the answers or the section change.
  useEffect(() => {
    if (!begun && section === (draft?.section ?? null)) return;
    const begunWith = draft?.protocol ?? protocolVersion(engine.protocol);
    const openedOn = draft?.openedOn ?? today;
    keeper.change(
      draftToJson({ answers, section, openedOn, protocol: begunWith, writers: writersOf(draft, begun, user) }),
    );
  }, [answers, section]);
  useEffect(() => writeOnLeaving(keeper), [keeper]);

  const acts = useMemo<VisitActs>(
    () => ({
      onAnswer: (path, input) =>
        setState((now) => {
          const next = answerAndAssess(now, path, input);
          const day = path === VISIT_DATE ? heldOn(next.filling.answers) : null;
          // The record knew something else on another day, so the form is opened for that day with the same answers.
          return day === null ? next : startVisit(engine, openOn(day), next.filling.answers);
        }),
      onClear: (path) => setState((now) => clear(now, path)),
      onConfirm: (path, warning) => setState((now) => confirm(now, path, warning)),
      onAccept: (path) => setState((now) => acceptProposal(now, path)),
      onSweep: (group) => setState((now) => sweep(now, group)),
    }),
    [engine, openOn],
  );

  return { state, section, setSection, acts, save: keeper.save, giveUp: keeper.giveUp };
};

/** A user who only looks at another's draft is not added to its writers. */
const writersOf = (draft: VisitDraft | null, answered: boolean, user: string): VisitDraft['writers'] => {
  if (draft === null) return [user];
  return draft.writers === null || !answered ? draft.writers : [...new Set([...draft.writers, user])];
};
