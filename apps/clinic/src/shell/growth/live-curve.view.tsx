/**
 * The chart beside the weight question: the child's weights so far, and the new one while it is typed. It is updated a
 * moment after the answer, because the class and the z-score are shown first.
 */

import type { MiniGrowthChart } from '@denba/kit/growth-chart/mini-growth-chart.view';
import type { VisitState } from '@denba/protocols/care/visit/visit-state';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useMemo, useState } from 'preact/hooks';
import './live-curve.css';
import { t } from '../words/language.ts';
import { sayValue } from '../words/reading-order.ts';
import { useWorkspace } from '../workspace.ts';
import { chartOf, chartPoints, referenceAt } from './chart-choice.ts';
import { growthRules, growthStory } from './growth-story.ts';
import { type NowWeighed, nowWeighed, sameWeighing } from './now-weighed.ts';

type Props = { readonly timeline: Timeline; readonly child: PersonId; readonly state: VisitState };

export const LiveCurve = ({ timeline, child, state }: Props) => {
  const [Chart, setChart] = useState<typeof MiniGrowthChart | null>(null);
  useEffect(() => {
    let wanted = true;
    import('@denba/kit/growth-chart/mini-growth-chart.view').then(
      (module) => {
        if (wanted) setChart(() => module.MiniGrowthChart);
      },
      // Without the chart the visit continues; the z-scores are shown above it.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, []);
  const now = useLater(nowWeighed(state.assessment));
  if (Chart === null || now === null) return null;
  return <Curve Chart={Chart} timeline={timeline} child={child} now={now} />;
};

type CurveProps = {
  readonly Chart: typeof MiniGrowthChart;
  readonly timeline: Timeline;
  readonly child: PersonId;
  readonly now: NowWeighed;
};

const Curve = ({ Chart, timeline, child, now }: CurveProps) => {
  const { protocol } = useWorkspace();
  const story = useMemo(() => growthStory(timeline, child, growthRules(protocol.content)), [timeline, child, protocol]);
  const reference = referenceAt('weight', story, now.postMenstrualDays);
  const { weightKg, ageDays, postMenstrualDays, on } = now;
  const x = reference === 'preterm' ? postMenstrualDays : ageDays;
  const points = useMemo(() => {
    // A visit that is entered late does not show measurements made after it.
    const before = story.points.weight.filter((point) => on === null || point.on < on || point.from === 'birth');
    const earlier = chartPoints(before, 'weight', reference, false);
    return weightKg === null || x === null
      ? earlier
      : [...earlier, { id: 'now', x, y: weightKg, label: '', kind: 'now' as const }];
  }, [story, reference, weightKg, x, on]);
  if (story.sex === null || story.birthDate === null) return null;
  const earlier = points.filter(({ id }) => id !== 'now').length;
  return (
    <figure class="live__curve">
      <Chart
        chart={chartOf('weight', reference)}
        sex={story.sex}
        points={points}
        label={t('growth.live', { count: earlier, now: sayNow(now, reference === 'preterm') })}
      />
      <figcaption class="live__caption">{t(`growth.live-${reference}`)}</figcaption>
    </figure>
  );
};

const sayNow = ({ weightKg, z, pretermZ }: NowWeighed, onPreterm: boolean): string => {
  if (weightKg === null) return t('growth.live-none');
  const score = onPreterm ? pretermZ : z;
  return t('growth.live-now', {
    value: sayValue(weightKg, { unit: 'kg', codes: {} }),
    score: score === null ? '–' : sayValue(score, { unit: 'z', codes: {} }),
  });
};

/** The value, delayed until the screen has shown everything else; `null` before the first time. */
const useLater = (value: NowWeighed): NowWeighed | null => {
  const [shown, setShown] = useState<NowWeighed | null>(null);
  useEffect(() => {
    if (shown !== null && sameWeighing(shown, value)) return;
    const timer = setTimeout(() => setShown(value), 0);
    return () => clearTimeout(timer);
  });
  return shown;
};
