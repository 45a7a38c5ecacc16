/**
 * The user's own month: her figures, each share with its denominator, each figure opening to the families behind it.
 */

import { monthFigures } from '@denba/indicators/month/month-figures';
import { ChipRow } from '@denba/kit/buttons/chip-row.view';
import { IconButton } from '@denba/kit/buttons/icon-button.view';
import { useMemo, useState } from 'preact/hooks';
import { ownPlaces } from '../shell/places/own-places.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { counts, type Figure, shares } from './families-behind.ts';
import { FigureLine } from './figure-line.view.tsx';
import { firstMonth, monthAfter } from './months.ts';
import { sayMonth } from './register-words.ts';
import './register.css';

/** In the order of care: screened, assessed, enrolled, follow-up visits. */
const figures: readonly Figure[] = [
  { kind: 'count', name: counts[0] },
  { kind: 'share', name: shares[0] },
  { kind: 'count', name: counts[1] },
  { kind: 'share', name: shares[1] },
  { kind: 'count', name: counts[2] },
  { kind: 'count', name: counts[3] },
  { kind: 'share', name: shares[2] },
];

export const MonthScreen = () => {
  const { rows, session, server, today } = useWorkspace();
  const day = today();
  const thisMonth = day.slice(0, 7);
  const [month, setMonth] = useState(thisMonth);
  const [whose, setWhose] = useState<'mine' | 'all'>('mine');
  const families = rows.value;
  const of = useMemo(
    () => (whose === 'mine' ? { author: session.user.id } : { places: ownPlaces({ session, server }) }),
    [whose, session, server],
  );
  const tallies = useMemo(() => [...families.values()].map((row) => row.months), [families]);
  const first = useMemo(() => firstMonth(tallies) ?? thisMonth, [tallies, thisMonth]);
  const values = useMemo(() => monthFigures(tallies, month, day, of), [tallies, month, day, of]);
  const exits: readonly Figure[] = Object.keys(values.exits)
    .sort()
    .map((name) => ({ kind: 'exit', name }));
  const line = (figure: Figure) => (
    <FigureLine
      key={`${figure.name} ${month} ${whose}`}
      figure={figure}
      values={values}
      month={month}
      of={of}
      rows={families}
    />
  );
  return (
    <Screen title={t('month.title')}>
      <div class="month__choose">
        <IconButton
          icon="back"
          label={t('month.before')}
          disabled={month <= first}
          onPress={() => setMonth(monthAfter(month, -1))}
        />
        <h2 aria-live="polite">{sayMonth(month)}</h2>
        <IconButton
          icon="forward"
          label={t('month.after')}
          disabled={month >= thisMonth}
          onPress={() => setMonth(monthAfter(month, 1))}
        />
      </div>
      <ChipRow
        label={t('month.whose')}
        chips={(['mine', 'all'] as const).map((value) => ({
          value,
          label: t(`month.${value}`),
          pressed: value === whose,
        }))}
        onPress={(value) => setWhose(value === 'all' ? 'all' : 'mine')}
      />
      <section class="month__figures" aria-label={t('month.title')}>
        {figures.map(line)}
      </section>
      <section class="month__figures" aria-labelledby="month-exits">
        <h2 id="month-exits">{t('month.exits')}</h2>
        {exits.length === 0 ? <p class="month__none">{t('month.no-exit')}</p> : exits.map(line)}
      </section>
      <p class="quiet">{t('month.note')}</p>
    </Screen>
  );
};
