/**
 * The findings while the worker types: class and z-scores in a line that stays in sight, and the point on the chart.
 */
import type { EmergingFindings } from '@denba/protocols/care/findings/emerging-findings';
import type { VisitState } from '@denba/protocols/care/visit/visit-state';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ClassHeadline } from '../shell/findings/class-headline.view.tsx';
import { LiveCurve } from '../shell/growth/live-curve.view.tsx';
import { t } from '../shell/words/language.ts';
import { sayValue } from '../shell/words/reading-order.ts';
import { holdInSight } from './hold-in-sight.ts';

type Props = {
  readonly state: VisitState;
  readonly findings: EmergingFindings;
  readonly timeline: Timeline;
  readonly child: PersonId;
  /** In the section of measurements: shows the chart too. */
  readonly detailed: boolean;
};

const scores = ['waz', 'wlz', 'laz', 'gain_g_day'] as const;

export const LiveStrip = ({ state, findings, timeline, child, detailed }: Props) => {
  const line = useRef<HTMLElement>(null);
  useLayoutEffect(() => (line.current === null ? undefined : holdInSight(line.current)), []);
  const known = scores.flatMap((name) => {
    const value = state.assessment.value(name) ?? null;
    return typeof value === 'number' ? [{ name, value }] : [];
  });
  return (
    <>
      <aside ref={line} class="live" aria-label={t('visit.so-far')} aria-live="polite">
        <ClassHeadline findings={findings} size="small" />
        {known.length === 0 ? null : (
          <ul class="live__z">
            {known.map(({ name, value }) => (
              <li key={name}>
                {t(`visit.score.${name}`)}{' '}
                <strong>{sayValue(value, { unit: name === 'gain_g_day' ? 'g/d' : 'z', codes: {} })}</strong>
              </li>
            ))}
          </ul>
        )}
      </aside>
      {detailed ? <LiveCurve timeline={timeline} child={child} state={state} /> : null}
    </>
  );
};
