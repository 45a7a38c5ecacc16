/** My own month: what I did, each share with what it is a share of. */
import { Card } from '@denba/kit/card.view';
import { ChipRow } from '@denba/kit/chip-row.view';
import { monthFigures, type Share } from '@denba/protocols/care/month-figures';
import { useMemo, useState } from 'preact/hooks';
import { t } from '../shell/language.ts';
import { Screen } from '../shell/screen.view.tsx';
import { useWorkspace } from '../shell/workspace.ts';
import { lastMonths } from './months.ts';
import { sayMonth, sayOutcome } from './register-words.ts';
import './register.css';

const MONTHS = 6;

export const MonthScreen = () => {
  const { rows, session, today } = useWorkspace();
  const months = lastMonths(today(), MONTHS);
  const [month, setMonth] = useState(months[0] ?? '');
  const [whose, setWhose] = useState<'mine' | 'all'>('mine');
  const families = rows.value;
  const figures = useMemo(
    () =>
      monthFigures(
        [...families.values()].map((row) => row.months),
        month,
        today(),
        whose === 'mine' ? session.user.id : null,
      ),
    [families, month, whose, today, session],
  );
  const exits = Object.entries(figures.exits).sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <Screen title={t('month.title')} subtitle={sayMonth(month)}>
      <ChipRow
        label={t('month.choose')}
        chips={months.map((value) => ({ value, label: sayMonth(value), pressed: value === month }))}
        onPress={setMonth}
      />
      <ChipRow
        label={t('month.whose')}
        chips={(['mine', 'all'] as const).map((value) => ({
          value,
          label: t(`month.${value}`),
          pressed: value === whose,
        }))}
        onPress={(value) => setWhose(value === 'all' ? 'all' : 'mine')}
      />
      <div class="month__figures">
        <Count label={t('month.screened')} value={figures.screened} />
        <Rate label={t('month.positive')} share={figures.positive} />
        <Count label={t('month.assessed')} value={figures.assessed} />
        <Rate label={t('month.in-time')} share={figures.assessedInTime} />
        <Count label={t('month.enrolled')} value={figures.enrolled} />
        <Count label={t('month.visits')} value={figures.visits} />
        <Rate label={t('month.kept')} share={figures.kept} />
      </div>
      <Card>
        <h2>{t('month.exits')}</h2>
        {exits.length === 0 ? (
          <p>{t('month.no-exit')}</p>
        ) : (
          <ul>
            {exits.map(([code, count]) => (
              <li key={code}>
                {sayOutcome(code)} : <strong>{count}</strong>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <p class="quiet">{t('month.note')}</p>
    </Screen>
  );
};

const Count = ({ label, value }: { readonly label: string; readonly value: number }) => (
  <Card>
    <p class="month__figure">
      <strong>{value}</strong>
      {label}
    </p>
  </Card>
);

/** A share of nothing is not zero: it cannot be worked out, and says so. */
const Rate = ({ label, share }: { readonly label: string; readonly share: Share }) => (
  <Card>
    <p class="month__figure">
      <strong>
        {share.denominator === 0 ? '–' : `${Math.round((100 * share.numerator) / share.denominator)}\u00a0%`}
      </strong>
      {label}
      <span class="quiet">
        {share.denominator === 0
          ? t('month.not-computable')
          : t('month.of', { numerator: share.numerator, denominator: share.denominator })}
      </span>
    </p>
  </Card>
);
