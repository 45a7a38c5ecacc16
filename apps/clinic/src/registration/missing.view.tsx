/** Lists the questions that must still be answered, each with a link to it. */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { QuestionState } from '@denba/questionnaires/form-state';
import { useEffect, useRef } from 'preact/hooks';
import { contentLanguage, t } from '../shell/words/language.ts';

type Props = {
  readonly questions: readonly QuestionState[];
  readonly onGo: (path: string) => void;
  /** `null` when these questions must be answered first. */
  readonly onPass: (() => void) | null;
};

export const Missing = ({ questions, onGo, onPass }: Props) => {
  const place = useRef<HTMLDivElement>(null);
  // It appears in response to « Suivant », so it is scrolled into view.
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <div ref={place}>
      <Notice
        kind="warning"
        title={t('registration.missing', { count: questions.length })}
        {...(onPass === null
          ? {}
          : {
              actions: (
                <Button kind="quiet" onPress={onPass}>
                  {t('registration.go-on')}
                </Button>
              ),
            })}
      >
        <ul class="registration__missing">
          {questions.map(({ path, question }) => (
            <li key={path}>
              <Button kind="quiet" icon="next" onPress={() => onGo(path)}>
                {question.label[contentLanguage()]}
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
};
