/** The protocol's answer to a case beside the learner's: the reasons in full, the points in small print. */

import { Icon } from '@denba/kit/icons/icon.view';
import { Card } from '@denba/kit/lists/card.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import { ClassBadge } from '@denba/kit/notices/class-badge.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { classWord } from '@denba/protocols/explain/class-words';
import { classCodeOf } from '../shell/findings/class-code.ts';
import { contentLanguage, t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { type CaseJudgement, isRight, type Judged } from './judge-case.ts';
import { sayAction } from './say-action.ts';
import { saySetting } from './say-setting.ts';
import type { TrainingCase } from './training-case.ts';

type Props = { readonly one: TrainingCase; readonly judgement: CaseJudgement; readonly notKept: boolean };

export const CaseAnswerView = ({ one, judgement, notKept }: Props) => {
  const { protocol } = useWorkspace();
  const language = contentLanguage();
  const { pairClass, setting, actions, points, outOf, reasons } = judgement;
  const code = classCodeOf(pairClass.right);
  const wordOf = (chosen: string): string => classWord(chosen).word[language];
  return (
    <>
      <Notice
        kind={points === outOf ? 'success' : 'info'}
        title={t(
          points === outOf ? 'training.result-all' : points === 0 ? 'training.result-none' : 'training.result-some',
          {
            points,
            outOf,
          },
        )}
      />
      {notKept ? <Notice kind="warning" title={t('training.not-kept')} /> : null}
      <Card title={t('training.protocol-says')}>
        {code === null ? null : (
          <p>
            <ClassBadge code={code} shape={classWord(code).shape} word={wordOf(code)} size="large" />
          </p>
        )}
        <Compared judged={pairClass} say={wordOf} />
        <p class="case-setting">{setting.right === null ? null : saySetting(setting.right)}</p>
        <Compared judged={setting} say={saySetting} />
        <Disclosure summary={t('training.why')} open>
          <ul class="case-reasons">
            {reasons.map(({ row, reason, status }) => (
              <li key={row}>
                {reason[language]} <span class="quiet">{row}</span>
                {status === 'default' ? <span class="quiet"> · {t('shell.a-valider')}</span> : null}
              </li>
            ))}
          </ul>
        </Disclosure>
      </Card>
      <Card title={t('training.question-actions')}>
        <ul class="case-actions">
          {actions.map(({ code: action, chosen, asked }) => (
            <li key={action} class={asked ? 'case-actions__asked' : undefined}>
              {asked ? <Icon name="check" /> : <span class="case-actions__no" aria-hidden="true" />}
              <span>
                {sayAction(protocol.content, action, language)}
                <span class="case-actions__said">{t(`training.action-${saidOf(chosen, asked)}`)}</span>
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('training.remember')}>
        <p>{one.lesson[language]}</p>
      </Card>
    </>
  );
};

const Compared = ({ judged, say }: { readonly judged: Judged; readonly say: (code: string) => string }) => (
  <p class="quiet">
    {isRight(judged) || judged.chosen === null
      ? t('training.same')
      : t('training.you-said', { answer: say(judged.chosen) })}
  </p>
);

const saidOf = (chosen: boolean, asked: boolean): 'both' | 'missed' | 'extra' | 'neither' => {
  if (asked) return chosen ? 'both' : 'missed';
  return chosen ? 'extra' : 'neither';
};
