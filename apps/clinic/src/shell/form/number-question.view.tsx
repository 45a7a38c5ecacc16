/** A question for a number. The text stays as typed; the form receives the number, or null. */
import { Button } from '@denba/kit/buttons/button.view';
import { readNumberEntry } from '@denba/kit/fields/number-entry';
import { NumberField } from '@denba/kit/fields/number-field.view';
import { Sheet } from '@denba/kit/frames/sheet.view';
import { TapCounter } from '@denba/kit/timers/tap-counter.view';
import { formatNumber, unitWord } from '@denba/protocols/words/format-value';
import type { Language } from '@denba/quantities/text';
import { useState } from 'preact/hooks';
import { phoneClock } from '../phone/clock.ts';
import { t } from '../words/language.ts';
import type { QuestionViewProps } from './question-props.ts';

const DECIMALS = 2;
const BREATH_SECONDS = 60;

export const NumberQuestion = (props: QuestionViewProps & { readonly language: Language }) => {
  const { state, element, earlier, onAnswer, onClear, language } = props;
  const { question, path, input, errors } = state;
  const [typed, setTyped] = useState<string>(shownNumber(input, language));
  const [counting, setCounting] = useState(false);
  // Shows an answer that did not come from this field (a draft, a count), and keeps the text that is being typed.
  const shown =
    readNumberEntry(typed) === input || (input === null && readNumberEntry(typed) === null)
      ? typed
      : shownNumber(input, language);
  const unit = element?.unit ?? null;
  return (
    <>
      <NumberField
        label={question.label[language]}
        hint={question.hint?.[language]}
        error={errors[0]?.message[language]}
        required={state.required}
        unit={unit === null ? undefined : unitWord(unit, 2, language)}
        decimals={question.type === 'integer' ? 0 : DECIMALS}
        value={shown}
        earlier={earlier === null ? null : earlierText(earlier, unit, language)}
        onInput={(text) => {
          setTyped(text);
          const value = readNumberEntry(text);
          if (value === null) onClear(path);
          else onAnswer(path, value);
        }}
      />
      {question.widget === 'breaths' ? (
        <Button kind="secondary" icon="clock" onPress={() => setCounting(true)}>
          {t('form.count-breaths')}
        </Button>
      ) : null}
      {counting ? (
        <Sheet open label={t('form.count-breaths')} closeLabel={t('form.close')} onClose={() => setCounting(false)}>
          <TapCounter
            seconds={BREATH_SECONDS}
            now={phoneClock.wallMs}
            onDone={(count) => {
              setCounting(false);
              onAnswer(path, count);
            }}
            labels={{
              start: t('form.breath-start'),
              tap: t('form.breath-tap'),
              done: t('form.breath-done'),
              undo: t('form.breath-undo'),
              restart: t('form.breath-restart'),
              remaining: (seconds) => t('form.breath-left', { count: seconds }),
              result: (count) => t('form.breath-count', { count }),
            }}
          />
        </Sheet>
      ) : null}
    </>
  );
};

const shownNumber = (input: unknown, language: Language): string =>
  typeof input === 'number' ? formatNumber(input, language) : '';

const earlierText = (
  earlier: NonNullable<QuestionViewProps['earlier']>,
  unit: string | null,
  language: Language,
): string => {
  const value = typeof earlier.value === 'number' ? formatNumber(earlier.value, language) : String(earlier.value);
  const withUnit = unit === null ? value : `${value}\u00a0${unitWord(unit, 2, language)}`;
  if (earlier.on === null) return t('form.earlier', { value: withUnit });
  const [, month = '', day = ''] = earlier.on.split('-');
  return t('form.earlier-on', { value: withUnit, day: `${day}/${month}` });
};
