/** Growth charts with invented children. */
import { useState } from 'preact/hooks';
import { readNumberEntry } from '../src/fields/number-entry.ts';
import { NumberField } from '../src/fields/number-field.view.tsx';
import type { AxisUnit } from '../src/growth-chart/axis-ticks.ts';
import type { GrowthChartId } from '../src/growth-chart/chart-standard.ts';
import type { ChartPoint, PointKind } from '../src/growth-chart/growth-chart.ts';
import { type ChartView, GrowthChart, type GrowthChartProps } from '../src/growth-chart/growth-chart.view.tsx';
import { MiniGrowthChart } from '../src/growth-chart/mini-growth-chart.view.tsx';

const axes: Readonly<Record<AxisUnit, string>> = {
  weeks: 'Âge (semaines)',
  months: 'Âge (mois)',
  postMenstrualWeeks: 'Âge post-menstruel (semaines)',
  gestationWeeks: 'Âge gestationnel (semaines)',
  centimetres: 'Taille couchée (cm)',
};

const number = new Intl.NumberFormat('fr');
const point = (x: number, y: number, kind: PointKind = 'plain'): ChartPoint => ({
  id: `${x} ${kind}`,
  x,
  y,
  kind,
  label: `jour ${x}`,
});

const ages: readonly ChartView[] = [
  { id: 'weeks', label: '8 semaines', x: { from: 0, to: 56 } },
  { id: 'half-year', label: '6 mois', x: { from: 0, to: 183 } },
  { id: 'two-years', label: '2 ans', x: { from: 0, to: 730 } },
];
const whole = (from: number, to: number): readonly ChartView[] => [{ id: 'whole', label: 'Tout', x: { from, to } }];

type Sample = {
  readonly title: string;
  readonly unit: string;
  readonly points: readonly ChartPoint[];
  readonly views: readonly ChartView[];
} & Pick<GrowthChartProps, 'cutOffs' | 'marks' | 'initialView'>;

const Chart = ({ chart, sample }: { readonly chart: GrowthChartId; readonly sample: Sample }) => (
  <GrowthChart
    {...sample}
    chart={chart}
    sex="F"
    description={`${sample.points.length} mesures. La dernière est à ${number.format(sample.points.at(-1)?.y ?? 0)} ${sample.unit}.`}
    describe={({ label, y, kind }) =>
      `${label} : ${number.format(y)} ${sample.unit}${kind === 'doubtful' ? ' – à vérifier' : ''}`
    }
    table={{
      head: ['Jour', `Mesure (${sample.unit})`],
      rows: sample.points.map(({ id, label, y }) => ({ id, cells: [label, number.format(y)] })),
      numeric: [1],
    }}
    labels={{
      x: (unit) => axes[unit],
      y: sample.unit,
      views: 'Période',
      points: 'Mesures',
      showTable: 'Voir le tableau',
      showChart: 'Voir la courbe',
      loading: 'La courbe arrive…',
      failed: 'La courbe ne se charge pas.',
    }}
    language="fr"
  />
);

const weights = [
  point(0, 2.4),
  point(7, 2.35),
  point(14, 2.55),
  point(28, 3.0),
  point(42, 3.35),
  point(56, 4.9, 'doubtful'),
  point(70, 3.7),
  point(98, 3.95, 'now'),
];

const Weight = () => (
  <Chart
    chart="weight-for-age"
    sample={{
      title: 'Poids pour l’âge – Hawa, fille',
      unit: 'kg',
      points: weights,
      views: ages,
      initialView: 'half-year',
    }}
  />
);

const Length = () => (
  <Chart
    chart="length-for-age"
    sample={{
      title: 'Taille pour l’âge',
      unit: 'cm',
      points: [point(0, 46), point(28, 49.5), point(70, 54), point(98, 56)],
      views: ages,
      initialView: 'two-years',
    }}
  />
);

const WeightForLength = () => (
  <Chart
    chart="weight-for-length"
    sample={{
      title: 'Poids pour la taille',
      unit: 'kg',
      points: [point(46, 2.4), point(49.5, 3), point(54, 3.7), point(56, 3.95, 'now')],
      views: whole(45, 70),
    }}
  />
);

const Head = () => (
  <Chart
    chart="head-for-age"
    sample={{
      title: 'Périmètre crânien',
      unit: 'cm',
      points: [point(0, 33), point(42, 36.4), point(98, 38.6)],
      views: ages,
    }}
  />
);

const Muac = () => (
  <Chart
    chart="muac-for-age"
    sample={{
      title: 'Périmètre brachial pour l’âge',
      unit: 'mm',
      points: [point(42, 104), point(70, 108), point(98, 113), point(126, 119)],
      views: ages.slice(1),
      cutOffs: [{ y: 110, label: 'seuil 110 mm', from: 42, to: 183 }],
    }}
  />
);

const Preterm = () => (
  <Chart
    chart="preterm-weight"
    sample={{
      title: 'Prématurée : poids pour l’âge post-menstruel',
      unit: 'kg',
      points: [point(224, 1.6), point(238, 1.75), point(259, 2.3), point(280, 2.9), point(308, 3.7)],
      views: whole(189, 448),
    }}
  />
);

const Birth = () => (
  <Chart
    chart="birth-weight"
    sample={{
      title: 'Poids de naissance pour l’âge gestationnel',
      unit: 'kg',
      points: [point(266, 2.4)],
      views: whole(168, 300),
    }}
  />
);

const Mini = () => {
  const [weight, setWeight] = useState('3,95');
  const kg = readNumberEntry(weight);
  const earlier = weights.slice(0, -1);
  return (
    <>
      <NumberField
        label="Poids"
        unit="kg"
        decimals={2}
        value={weight}
        onInput={setWeight}
        earlier="3,7 kg il y a 4 sem."
      />
      <MiniGrowthChart
        chart="weight-for-age"
        sex="F"
        label="Poids pour l’âge, dernière mesure en cours de saisie"
        points={kg === null ? earlier : [...earlier, point(98, kg, 'now')]}
      />
    </>
  );
};

export const chartSamples = {
  'chart-weight': Weight,
  'chart-mini': Mini,
  'chart-length': Length,
  'chart-weight-for-length': WeightForLength,
  'chart-head': Head,
  'chart-muac': Muac,
  'chart-preterm': Preterm,
  'chart-birth': Birth,
} as const;
