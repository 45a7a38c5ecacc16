/** The questions of an entry as lines: either those that it answered, or those that it left open. */
import { answer, clear, confirm, type Filling } from '@denba/questionnaires/fill-form';
import type { QuestionState } from '@denba/questionnaires/form-state';
import type { JsonValue } from '@denba/records/canonical-json';
import { QuestionView } from '../../shell/form/question.view.tsx';
import { capitalised } from '../../shell/words/capitalised.ts';
import { contentLanguage, t } from '../../shell/words/language.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { answerLines } from '../entry/answer-lines.ts';
import { inParts } from '../entry/asked-in.ts';
import { recordCodeWord } from '../entry/record-fields.ts';
import { CorrectLine } from './correct-line.view.tsx';
import type { Correction } from './use-correction.ts';

type Props = { readonly correction: Correction; readonly asked: 'answered' | 'unanswered' };

export const CorrectQuestions = ({ correction, asked }: Props) => {
  const { filling, before } = correction;
  const questions = filling.view.questions.filter(({ path }) => (before[path] != null) === (asked === 'answered'));
  if (questions.length === 0) return <p class="quiet">{t('family.correct.none')}</p>;
  const lines = questions.map((state) => ({ name: state.path, state }));
  return (
    <>
      {inParts(lines, correction.asked).map(({ title, lines: part }) => (
        <div key={title?.fr ?? ''} class="correct__part">
          {title === null ? null : <h2>{title[contentLanguage()]}</h2>}
          {part.map(({ name, state }) => (
            <Line key={name} state={state} correction={correction} />
          ))}
        </div>
      ))}
    </>
  );
};

const Line = ({ state, correction }: { readonly state: QuestionState; readonly correction: Correction }) => {
  const { protocol, today } = useWorkspace();
  const { path, question, input } = state;
  const { before, filling, change } = correction;
  const language = contentLanguage();
  const words = (value: JsonValue | null | undefined): string =>
    value == null
      ? t('family.entry.empty')
      : capitalised(answerLines({ [path]: value }, protocol.styles, language, recordCodeWord)[0]?.value ?? '');
  const was = words(before[path]);
  const is = words(input as JsonValue | null);
  const act = (next: Filling): void => change({ answers: next.answers });
  // A confidential answer is shown only when the line is opened, not to anybody who sees the screen.
  const element = filling.compiled.form.elements[question.name] ?? null;
  const hidden = protocol.content.elements.some(({ name, private: secret }) => secret && name === question.name);
  return (
    <CorrectLine
      label={question.label[language]}
      value={hidden ? t('family.correct.hidden') : is}
      before={hidden || was === is ? null : was}
    >
      <QuestionView
        state={state}
        element={element}
        earlier={null}
        today={today()}
        onAnswer={(at, given) => act(answer(filling, at, given))}
        onClear={(at) => act(clear(filling, at))}
        onConfirm={(at, warning) => act(confirm(filling, at, warning))}
      />
    </CorrectLine>
  );
};
