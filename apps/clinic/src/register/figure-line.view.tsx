/** One figure with its denominator; it opens to show the families behind it. */

import type { MonthFigures, Whose } from '@denba/indicators/month/month-figures';
import { Button } from '@denba/kit/buttons/button.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import { List } from '@denba/kit/lists/list.view';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { FamilyId } from '@denba/records/ids';
import { useMemo, useState } from 'preact/hooks';
import { FamilyRow } from '../shell/families/family-row.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { type Figure, familiesBehind, shareIn } from './families-behind.ts';
import { sayOutcome } from './register-words.ts';

type Props = {
  readonly figure: Figure;
  readonly values: MonthFigures;
  readonly month: string;
  readonly of: Whose;
  readonly rows: ReadonlyMap<FamilyId, CareRow>;
};

export const FigureLine = ({ figure, values, month, of, rows }: Props) => {
  const [open, setOpen] = useState(false);
  const { numerator, denominator } = shareIn(figure, values);
  const summary = (
    <span class="month__figure">
      <span class="month__label">
        {sayFigure(figure)}
        {figure.kind === 'share' ? (
          <span class="month__of">
            {denominator === 0 ? t(`month.none.${figure.name}`) : t('month.of', { numerator, denominator })}
          </span>
        ) : null}
      </span>
      <strong class={denominator === 0 && figure.kind === 'share' ? 'month__unknown' : undefined}>
        {figure.kind !== 'share' ? numerator : denominator === 0 ? t('month.unknown') : percent(numerator, denominator)}
      </strong>
    </span>
  );
  // Without any family behind it, there is nothing to open.
  if (denominator === 0) return <div class="month__closed">{summary}</div>;
  return (
    <Disclosure summary={summary} onToggle={setOpen}>
      {open ? <Families figure={figure} month={month} of={of} rows={rows} /> : null}
    </Disclosure>
  );
};

const percent = (numerator: number, denominator: number): string =>
  `${Math.round((100 * numerator) / denominator)}\u00a0%`;

const sayFigure = (figure: Figure): string =>
  figure.kind === 'exit' ? sayOutcome(figure.name) : t(`month.${figure.name}`);

const Families = ({ figure, month, of, rows }: Omit<Props, 'values'>) => {
  const { today } = useWorkspace();
  const day = today();
  const { counted, others } = useMemo(
    () => familiesBehind(rows.values(), figure, month, day, of),
    [rows, figure, month, day, of],
  );
  if (figure.kind !== 'share') return <Part rows={counted} title={null} />;
  return (
    <>
      <Part rows={counted} title={t(`month.in.${figure.name}`)} />
      <Part rows={others} title={t(`month.out.${figure.name}`)} />
    </>
  );
};

const AT_ONCE = 20;

const Part = ({ rows, title }: { readonly rows: readonly CareRow[]; readonly title: string | null }) => {
  const { today } = useWorkspace();
  const [shown, setShown] = useState(AT_ONCE);
  if (rows.length === 0) return null;
  return (
    <div class="month__part">
      {title === null ? null : <h3>{title}</h3>}
      <List>
        {rows.slice(0, shown).map((row) => (
          <FamilyRow key={row.family} row={row} today={today()} />
        ))}
      </List>
      {rows.length > shown ? (
        <Button kind="quiet" full icon="down" onPress={() => setShown(shown + AT_ONCE)}>
          {t('register.more', { count: rows.length - shown })}
        </Button>
      ) : null}
    </div>
  );
};
