/** The filters of the register: the situation with one tap, the others one tap further. */
import { Button } from '@denba/kit/buttons/button.view';
import { ChipRow } from '@denba/kit/buttons/chip-row.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import { classWord } from '@denba/protocols/explain/class-words';
import { contentLanguage, t } from '../shell/words/language.ts';
import { Choose } from './choose.view.tsx';
import {
  closerQuestions,
  everyLine,
  type RegisterChoices,
  type RegisterFilter,
  situations,
} from './register-filter.ts';
import { sayMonth, sayOutcome } from './register-words.ts';

type Props = {
  readonly filter: RegisterFilter;
  readonly choices: RegisterChoices;
  readonly onChange: (filter: RegisterFilter) => void;
};

export const RegisterFilters = ({ filter, choices, onChange }: Props) => {
  const asked = closerQuestions(filter);
  const change = (part: Partial<RegisterFilter>): void => onChange({ ...filter, ...part });
  return (
    <div class="register__filters">
      <ChipRow
        label={t('register.status')}
        chips={situations.map((situation) => ({
          value: situation,
          label: t(`register.status.${situation}`),
          pressed: filter.situation === situation,
        }))}
        onPress={(pressed) => {
          const situation = situations.find((known) => known === pressed) ?? 'all';
          change({ situation, ...(situation === 'inCare' || situation === 'late' ? { outcome: null } : {}) });
        }}
      />
      <Disclosure summary={asked === 0 ? t('register.filters') : t('register.filters-on', { count: asked })}>
        <div class="register__choices">
          <Choose
            label={t('register.month')}
            any={t('register.any.month')}
            values={choices.months}
            chosen={filter.enrolledIn}
            word={sayMonth}
            onChoose={(enrolledIn) => change({ enrolledIn })}
          />
          <Choose
            label={t('register.village')}
            any={t('register.any.village')}
            values={choices.villages}
            chosen={filter.village}
            word={(village) => village}
            onChoose={(village) => change({ village })}
          />
          <Choose
            label={t('register.class')}
            any={t('register.any.class')}
            values={choices.classes}
            chosen={filter.classCode}
            word={(code) => classWord(code).word[contentLanguage()]}
            onChoose={(classCode) => change({ classCode })}
          />
          <Choose
            label={t('register.outcome')}
            any={t('register.any.outcome')}
            values={choices.outcomes}
            chosen={filter.outcome}
            word={sayOutcome}
            onChoose={(outcome) => change(outcome === null ? { outcome } : { outcome, situation: 'exited' })}
          />
        </div>
        {asked === 0 ? null : (
          <Button
            full
            kind="quiet"
            icon="close"
            onPress={() => onChange({ ...everyLine, situation: filter.situation })}
          >
            {t('register.filters-clear')}
          </Button>
        )}
      </Disclosure>
    </div>
  );
};
