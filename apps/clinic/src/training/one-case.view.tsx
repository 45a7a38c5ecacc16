/** One case: its story, the findings, three questions, and then what the protocol says. */
import { Button } from '@denba/kit/buttons/button.view';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { ChoicesGroup } from '@denba/kit/choices/choices-group.view';
import { Card } from '@denba/kit/lists/card.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import { type PictureName, pictureNames } from '@denba/kit/pictures/picture-names';
import type { Inputs } from '@denba/protocols/assess/read-inputs';
import { classWord } from '@denba/protocols/explain/class-words';
import { useMemo, useState } from 'preact/hooks';
import { Screen } from '../shell/screen/screen.view.tsx';
import { contentLanguage, t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { CaseAnswerView } from './case-answer.view.tsx';
import { findingsShown } from './findings-shown.ts';
import { type CaseJudgement, isAnswered, judgeCase, noAnswer, possibleCodes } from './judge-case.ts';
import { sayAction } from './say-action.ts';
import { saySetting } from './say-setting.ts';
import type { TrainingCase } from './training-case.ts';
import './training.css';

type Props = {
  readonly one: TrainingCase;
  readonly number: number;
  readonly total: number;
  readonly notKept: boolean;
  readonly onScore: (points: number, outOf: number) => void;
  /** `null` for the last case. */
  readonly onNext: (() => void) | null;
  readonly onAll: () => void;
};

export const OneCase = ({ one, number, total, notKept, onScore, onNext, onAll }: Props) => {
  const { protocol } = useWorkspace();
  const { content, assessor, styles } = protocol;
  const language = contentLanguage();
  const [answer, setAnswer] = useState(noAnswer);
  const [judgement, setJudgement] = useState<CaseJudgement | null>(null);
  const assessment = useMemo(() => assessor.assess(one.given as Inputs), [assessor, one]);
  const findings = useMemo(
    () => findingsShown(one, assessment, content, styles, language),
    [one, assessment, content, styles, language],
  );

  const judge = (): void => {
    const judged = judgeCase(one, answer, assessment, content);
    setJudgement(judged);
    onScore(judged.points, judged.outOf);
    scrollTo(0, 0);
  };
  const again = (): void => {
    setAnswer(noAnswer);
    setJudgement(null);
    scrollTo(0, 0);
  };

  return (
    <Screen title={one.title[language]} subtitle={`${number} / ${total}`} task onBack={onAll}>
      {judgement === null ? (
        <>
          <div class="case-story">
            {isPicture(one.picture) ? <Picture name={one.picture} size={150} /> : null}
            <p>{one.story[language]}</p>
          </div>
          <Card title={t('training.found')}>
            <dl class="case-findings">
              {findings.map(({ name, label, value }) => (
                <div key={name}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <p class="quiet">{t('training.rest-normal')}</p>
          </Card>
          <ChoiceGroup
            label={t('training.question-class')}
            options={possibleCodes(content, 'pair', 'class').map((code) => {
              const { shape, word } = classWord(code);
              return { value: code, label: `${shape} ${word[language]}` };
            })}
            value={answer.pairClass}
            onChange={(pairClass) => setAnswer({ ...answer, pairClass })}
          />
          <ChoiceGroup
            label={t('training.question-setting')}
            options={settings(content).map((code) => ({ value: code, label: saySetting(code) }))}
            value={answer.setting}
            onChange={(setting) => setAnswer({ ...answer, setting })}
          />
          <ChoicesGroup
            label={t('training.question-actions')}
            hint={t('training.question-actions-hint')}
            options={one.choose.map((code) => ({ value: code, label: sayAction(content, code, language) }))}
            values={answer.actions}
            onChange={(actions) => setAnswer({ ...answer, actions })}
          />
          <Button kind="primary" full disabled={!isAnswered(answer)} onPress={judge}>
            {t('training.see')}
          </Button>
        </>
      ) : (
        <>
          <CaseAnswerView one={one} judgement={judgement} notKept={notKept} />
          {onNext === null ? (
            <p>{t('training.all-done')}</p>
          ) : (
            <Button kind="primary" full onPress={onNext}>
              {t('training.next')}
            </Button>
          )}
          <Button kind="secondary" full onPress={again}>
            {t('training.again')}
          </Button>
          <Button kind="quiet" full onPress={onAll}>
            {t('training.all')}
          </Button>
        </>
      )}
    </Screen>
  );
};

/**
 * The places of care to choose from. Hospital is left out: it is only decided later, and "to be decided" represents it.
 */
const settings = (content: Parameters<typeof possibleCodes>[0]): readonly string[] =>
  possibleCodes(content, 'care', 'setting').filter((code) => code !== 'inpatient');

const isPicture = (name: string): name is PictureName =>
  Object.values(pictureNames).some((group) => (group as readonly string[]).includes(name));
