/** The MAMI register: one line a stay in care, as on paper, with filters; a landscape table when printed. */
import { Button } from '@denba/kit/button.view';
import { ChipRow } from '@denba/kit/chip-row.view';
import { ClassBadge } from '@denba/kit/class-badge.view';
import { Disclosure } from '@denba/kit/disclosure.view';
import { EmptyState } from '@denba/kit/empty-state.view';
import { ListRow } from '@denba/kit/list-row.view';
import { type RegisterRow, registerRows } from '@denba/protocols/care/register-row';
import { classWord } from '@denba/protocols/explain/class-words';
import { useMemo, useState } from 'preact/hooks';
import { classCodeOf } from '../shell/class-code.ts';
import { contentLanguage, t } from '../shell/language.ts';
import { go } from '../shell/route.ts';
import { sayDay, sayName } from '../shell/say.ts';
import { Screen } from '../shell/screen.view.tsx';
import { useWorkspace } from '../shell/workspace.ts';
import { PrintedRegister } from './printed-register.view.tsx';
import { everyLine, filterRegister, type RegisterFilter, registerChoices } from './register-filter.ts';
import { sayMonth, sayOutcome } from './register-words.ts';
import './register.css';

const PAGE = 50;

export const RegisterScreen = () => {
  const { rows, session } = useWorkspace();
  const [filter, setFilter] = useState<RegisterFilter>({ ...everyLine, status: 'inCare' });
  const [shown, setShown] = useState(PAGE);
  const families = rows.value;
  const lines = useMemo(() => registerRows(families.values()).toReversed(), [families]);
  const choices = useMemo(() => registerChoices(lines), [lines]);
  const kept = useMemo(() => filterRegister(lines, filter), [lines, filter]);
  const change = (part: Partial<RegisterFilter>): void => {
    setFilter({ ...filter, ...part });
    setShown(PAGE);
  };
  const toggle = <Name extends keyof RegisterFilter>(name: Name, value: RegisterFilter[Name]): void =>
    change({ [name]: filter[name] === value ? everyLine[name] : value });
  const printAll = (): void => {
    void session.audit.add('register-printed', { lines: kept.length });
    print();
  };
  return (
    <Screen title={t('register.title')}>
      <ChipRow
        label={t('register.status')}
        chips={(['inCare', 'exited', 'all'] as const).map((status) => ({
          value: status,
          label: t(`register.status.${status}`),
          pressed: filter.status === status,
        }))}
        onPress={(status) => change({ status: status as RegisterFilter['status'], outcome: null })}
      />
      <Disclosure summary={t('register.filters')}>
        <Chips
          label={t('register.month')}
          values={choices.months}
          chosen={filter.enrolledIn}
          word={sayMonth}
          onPress={(month) => toggle('enrolledIn', month)}
        />
        <Chips
          label={t('register.village')}
          values={choices.villages}
          chosen={filter.village}
          word={(name) => name}
          onPress={(village) => toggle('village', village)}
        />
        <Chips
          label={t('register.class')}
          values={['high', 'indepth', 'moderate', 'low', 'incomplete']}
          chosen={filter.classCode}
          word={(code) => classWord(code).word[contentLanguage()]}
          onPress={(code) => toggle('classCode', code)}
        />
        <Chips
          label={t('register.outcome')}
          values={choices.outcomes}
          chosen={filter.outcome}
          word={sayOutcome}
          onPress={(code) => toggle('outcome', code)}
        />
      </Disclosure>
      <p role="status">{t('register.count', { count: kept.length })}</p>
      {kept.length === 0 ? (
        <EmptyState icon="list" title={t('register.empty')} text={t('register.empty-text')} />
      ) : (
        <div class="rows k-screen-only">
          {kept.slice(0, shown).map((line) => (
            <Line key={`${line.child} ${line.enrolledOn}`} line={line} />
          ))}
        </div>
      )}
      {kept.length > shown ? (
        <Button kind="quiet" full onPress={() => setShown(shown + PAGE)}>
          {t('register.more', { count: kept.length - shown })}
        </Button>
      ) : null}
      <Button full icon="chart" onPress={() => go({ name: 'month' })}>
        {t('register.my-month')}
      </Button>
      <Button full kind="quiet" icon="print" disabled={kept.length === 0} onPress={printAll}>
        {t('register.print')}
      </Button>
      <PrintedRegister lines={kept} />
    </Screen>
  );
};

type ChipsProps = {
  readonly label: string;
  readonly values: readonly string[];
  readonly chosen: string | null;
  readonly word: (value: string) => string;
  readonly onPress: (value: string) => void;
};

const Chips = ({ label, values, chosen, word, onPress }: ChipsProps) =>
  values.length === 0 ? null : (
    <div class="register__filter">
      <h3>{label}</h3>
      <ChipRow
        label={label}
        chips={values.map((value) => ({ value, label: word(value), pressed: value === chosen }))}
        onPress={onPress}
      />
    </div>
  );

const Line = ({ line }: { readonly line: RegisterRow }) => {
  const code = classCodeOf(line.lastClass?.code);
  const detail = [
    t('register.enrolled', { day: sayDay(line.enrolledOn) }),
    ...(line.village === null ? [] : [line.village]),
    t('register.visits', { count: line.visits }),
    ...(line.exitCode === null ? [] : [sayOutcome(line.exitCode)]),
  ];
  return (
    <ListRow
      title={`${line.number} · ${sayName(line.childName, 'child')}`}
      subtitle={`${sayName(line.motherName, 'mother')} · ${detail.join(' · ')}`}
      badges={
        code === null ? undefined : (
          <ClassBadge
            code={line.lastClass?.floor === true ? 'incomplete' : code}
            floor={line.lastClass?.floor === true ? code : null}
            shape={classWord(code).shape}
            word={
              line.lastClass?.floor === true
                ? t('register.at-least', { word: classWord(code).word[contentLanguage()] })
                : classWord(code).word[contentLanguage()]
            }
            size="small"
          />
        )
      }
      onPress={() => go({ name: 'family', family: line.family })}
    />
  );
};
