/** The kit's chart with the points and words of this child. */

import type { Sex } from '@denba/growth/sex';
import type { ChartPoint } from '@denba/kit/growth-chart/growth-chart';
import { GrowthChart } from '@denba/kit/growth-chart/growth-chart.view';
import { chartOf, correctedId, type Reference } from '../shell/growth/chart-choice.ts';
import type { GrowthIndex } from '../shell/growth/growth-index.ts';
import type { GrowthStory } from '../shell/growth/growth-story.ts';
import { contentLanguage, t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { chartViews, standardMarks, withLabels } from './chart-views.ts';
import { growthTable } from './growth-table.ts';
import { muacCutOffs } from './muac-cut-offs.ts';
import { sayCorrected, sayMeasure, sayPoint, unitOf } from './point-words.ts';

type Props = {
  readonly story: GrowthStory;
  readonly sex: Sex;
  readonly index: GrowthIndex;
  readonly reference: Reference;
  readonly drawn: readonly ChartPoint[];
};

export const ChildChart = ({ story, sex, index, reference, drawn }: Props) => {
  const { protocol } = useWorkspace();
  const points = story.points[index];
  const { views, initial } = chartViews(index, reference, story, points);
  const last = points.at(-1);
  const describe = ({ id }: ChartPoint): string => {
    const point = points.find((candidate) => candidate.id === id || correctedId(candidate.id) === id);
    if (point === undefined) return '';
    return point.id === id ? sayPoint(story, index, reference, point) : sayCorrected(story, index, point);
  };
  return (
    <GrowthChart
      chart={chartOf(index, reference)}
      sex={sex}
      title={t(sex === 'F' ? 'growth.of-girl' : 'growth.of-boy', { chart: sayChart(index, reference) })}
      description={
        last === undefined
          ? t('growth.none')
          : t('growth.description', { count: points.length, last: sayPoint(story, index, reference, last) })
      }
      points={drawn}
      describe={describe}
      views={views.map(({ id, x }) => ({ id, x, label: t(`growth.view.${id}`) }))}
      initialView={initial}
      marks={withLabels(standardMarks(index, reference, story), (says) => t(`growth.mark.${says}`))}
      {...(index === 'muac'
        ? {
            cutOffs: muacCutOffs(protocol.content, (mm) => t('growth.cut-off', { value: sayMeasure('muac', mm) })),
          }
        : {})}
      {...(points.length === 0 ? {} : { table: growthTable(story, index, reference, points) })}
      labels={{
        x: (unit) => t(`growth.axis.${unit}`),
        y: unitOf[index],
        views: t('growth.views'),
        points: t('growth.points'),
        showTable: t('growth.show-table'),
        showChart: t('growth.show-chart'),
        loading: t('growth.loading'),
        failed: t('growth.failed'),
      }}
      language={contentLanguage()}
    />
  );
};

const sayChart = (index: GrowthIndex, reference: Reference): string =>
  reference === 'preterm' && index !== 'muac' && index !== 'weight-for-length'
    ? t(`growth.chart-preterm.${index}`)
    : t(`growth.chart.${index}`);
