/** The props of every question on a screen: its state, and callbacks for the user's actions. */
import type { LocalDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import type { DataElement } from '@denba/questionnaires/data-element';
import type { QuestionState } from '@denba/questionnaires/form-state';
import type { Earlier } from '@denba/questionnaires/wording';

export type QuestionActs = {
  readonly onAnswer: (path: string, input: Input) => void;
  readonly onClear: (path: string) => void;
  readonly onConfirm: (path: string, warning: string) => void;
};

export type QuestionViewProps = QuestionActs & {
  readonly state: QuestionState;
  readonly element: DataElement | null;
  readonly earlier: Earlier | null;
  readonly today: LocalDate;
  /** One-tap answers for a text question (villages of the centre). */
  readonly suggestions?: readonly string[];
};
