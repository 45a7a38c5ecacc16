/**
 * One question, with the input for its type. Errors and doubts about the answer are shown below it, with the earlier
 * value, and doubts are confirmed there. Nothing clinical is decided here: the form engine says what to show.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { ChoicesGroup } from '@denba/kit/choices/choices-group.view';
import { YesNo } from '@denba/kit/choices/yes-no.view';
import { DateField } from '@denba/kit/fields/date-field.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import { isPictureName } from '@denba/kit/pictures/picture-names';
import { type LocalDate, parseLocalDate } from '@denba/quantities/local-date';
import type { Language } from '@denba/quantities/text';
import type { Input } from '@denba/questionnaires/answers';
import type { QuestionState } from '@denba/questionnaires/form-state';
import { contentLanguage, t } from '../words/language.ts';
import { dateWords } from './date-words.ts';
import { NumberQuestion } from './number-question.view.tsx';
import { columnsFor, noneOf, optionsOf } from './question-options.ts';
import type { QuestionViewProps } from './question-props.ts';

export const QuestionView = (props: QuestionViewProps) => {
  const { state, onAnswer, onConfirm } = props;
  const { question, path, warnings, proposed } = state;
  const language = contentLanguage();
  const unconfirmed = warnings.filter(({ confirmed }) => !confirmed);
  const picture = question.picture;
  return (
    <div class="question" data-path={path}>
      {picture !== null && isPictureName(picture) ? <Picture name={picture} size={96} /> : null}
      <Entry {...props} language={language} />
      {state.answer === 'unanswered' && typeof proposed === 'string' ? (
        <Button kind="quiet" onPress={() => onAnswer(path, proposed)}>
          {t('form.accept', { value: proposedWord(state, proposed, language) })}
        </Button>
      ) : null}
      {unconfirmed.map((warning) => (
        <Notice
          key={warning.kind}
          kind="warning"
          title={warning.message[language]}
          actions={
            <Button kind="secondary" icon="check" onPress={() => onConfirm(path, warning.kind)}>
              {t('form.confirm')}
            </Button>
          }
        />
      ))}
    </div>
  );
};

const proposedWord = ({ choices }: QuestionState, code: string, language: Language): string =>
  choices?.find(({ name }) => name === code)?.label[language] ?? code;

const Entry = (props: QuestionViewProps & { readonly language: Language }) => {
  const { state, onAnswer, onClear, today, language, suggestions } = props;
  const { question, path, input, errors, choices } = state;
  const shared = {
    label: question.label[language],
    hint: question.hint?.[language],
    error: errors[0]?.message[language],
    required: state.required,
  };
  const options = choices === null ? null : optionsOf(choices, language);
  switch (question.type) {
    case 'boolean':
      return (
        <YesNo
          {...shared}
          labels={{ yes: t('form.yes'), no: t('form.no') }}
          value={typeof input === 'boolean' ? input : null}
          onChange={(value) => onAnswer(path, value)}
          onClear={() => onClear(path)}
          clearLabel={t('form.clear')}
        />
      );
    case 'codes':
      return (
        <ChoicesGroup
          {...shared}
          options={options ?? []}
          columns={columnsFor(options ?? [])}
          none={noneOf(options ?? [])}
          values={Array.isArray(input) ? input.map(String) : []}
          onChange={(values) => (values.length === 0 ? onClear(path) : onAnswer(path, values))}
        />
      );
    case 'integer':
    case 'number':
      if (options === null) return <NumberQuestion {...props} />;
      return (
        <ChoiceGroup
          {...shared}
          options={options}
          columns={columnsFor(options)}
          value={input === null ? null : String(input)}
          onChange={(value) => onAnswer(path, Number(value))}
          onClear={() => onClear(path)}
          clearLabel={t('form.clear')}
        />
      );
    case 'code':
      return (
        <ChoiceGroup
          {...shared}
          options={options ?? []}
          columns={columnsFor(options ?? [])}
          value={typeof input === 'string' ? input : null}
          onChange={(value) => onAnswer(path, value)}
          onClear={() => onClear(path)}
          clearLabel={t('form.clear')}
        />
      );
    case 'date':
      return (
        <DateField
          {...shared}
          {...dateWords(language)}
          defaultYear={Number(today.slice(0, 4))}
          value={dateOf(input)}
          onChange={(value) => (value === null ? onClear(path) : onAnswer(path, value))}
        />
      );
    case 'text':
      return (
        <TextField
          {...shared}
          type={path.endsWith('phone') ? 'tel' : 'text'}
          capitalize={path.endsWith('name') || path === 'village'}
          suggestions={suggestions}
          value={typeof input === 'string' ? input : ''}
          onInput={(value) => (value === '' ? onClear(path) : onAnswer(path, value))}
        />
      );
  }
};

const dateOf = (input: Input | null): LocalDate | null => {
  const read = typeof input === 'string' ? parseLocalDate(input) : null;
  return read?.ok === true ? read.value : null;
};
