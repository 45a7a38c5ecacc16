/** The items of one section in order, and one button that answers all open signs as they should be. */
import { Button } from '@denba/kit/buttons/button.view';
import { steady } from '@denba/kit/frames/steady';
import { Picture } from '@denba/kit/pictures/picture.view';
import { isPictureName } from '@denba/kit/pictures/picture-names';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Form } from '@denba/questionnaires/form';
import type { Circumstances, FormView } from '@denba/questionnaires/form-state';
import { sweepable } from '@denba/questionnaires/sweepable';
import type { ComponentChildren } from 'preact';
import { contentLanguage, t } from '../words/language.ts';
import { sayValue } from '../words/reading-order.ts';
import type { QuestionActs } from './question-props.ts';
import type { Section } from './section-list.ts';
import { SteadyQuestion } from './steady-question.view.tsx';
import './form-section.css';

type Props = QuestionActs & {
  readonly section: Section;
  readonly view: FormView;
  readonly form: Form;
  readonly circumstances: Circumstances;
  readonly today: LocalDate;
  /** Answers all open signs of the section as "looked at, and as it should be". */
  readonly onSweep?: (groupPath: string) => void;
  readonly suggestions?: Readonly<Record<string, readonly string[]>>;
  /** False where the page already shows the section's title. */
  readonly titled?: boolean;
  /** Shown before the questions. */
  readonly lead?: ComponentChildren;
};

const SteadyPicture = steady(Picture);

/** The least number of open signs for which the button is shown: a single sign is quicker answered by itself. */
const WORTH_A_BUTTON = 2;

export const FormSection = (props: Props) => {
  const { section, view, form, circumstances, today, onSweep, suggestions, titled = true, lead, ...acts } = props;
  const language = contentLanguage();
  const open = section.group === null ? 0 : sweepable(view, section.path).size;
  const picture = section.group?.picture ?? null;
  return (
    <section class="form-section" {...(titled ? { 'aria-labelledby': 'section-title' } : {})}>
      {titled ? (
        <header class="form-section__head">
          {picture !== null && isPictureName(picture) ? <SteadyPicture name={picture} size={72} /> : null}
          <h2 id="section-title" tabIndex={-1}>
            {section.title[language]}
            {section.position === null ? '' : ` ${section.position}`}
          </h2>
        </header>
      ) : null}
      {lead}
      {section.items.map((item) => {
        switch (item.kind) {
          case 'question':
            return (
              <SteadyQuestion
                key={item.path}
                {...acts}
                state={item}
                element={form.elements[item.question.name] ?? null}
                earlier={circumstances.earlier[item.path] ?? null}
                today={today}
                {...(suggestions?.[item.question.name] === undefined
                  ? {}
                  : { suggestions: suggestions[item.question.name] ?? [] })}
              />
            );
          case 'group':
            return <h3 key={item.path}>{item.group.label[language]}</h3>;
          case 'note':
            return (
              <p key={item.path} class="form-section__note">
                {item.note.label[language]}
              </p>
            );
          case 'calculation':
            return item.value === null ? null : (
              <p key={item.path} class="form-section__note">
                {item.calculation.label?.[language]} {sayValue(item.value)}
              </p>
            );
          default:
            return null;
        }
      })}
      {onSweep !== undefined && open >= WORTH_A_BUTTON ? (
        <Button kind="secondary" full icon="check" onPress={() => onSweep(section.path)}>
          {t('form.looked-well', { count: open })}
        </Button>
      ) : null}
    </section>
  );
};
