import '../tokens.css';
import '../base.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ChartPoint } from './growth-chart.ts';
import { GrowthChart, type GrowthChartProps } from './growth-chart.view.tsx';
import { MiniGrowthChart } from './mini-growth-chart.view.tsx';

let place: HTMLElement;

beforeEach(() => {
  document.documentElement.lang = 'fr';
  place = document.createElement('main');
  document.body.append(place);
});

afterEach(() => {
  render(null, place);
  place.remove();
  document.documentElement.dir = 'ltr';
});

const weights: readonly ChartPoint[] = [
  { id: 'birth', x: 0, y: 2.4, label: 'naissance', kind: 'plain' },
  { id: 'week-4', x: 28, y: 3, label: '4 semaines', kind: 'plain' },
  { id: 'week-6', x: 42, y: 5.5, label: '6 semaines', kind: 'doubtful' },
  { id: 'week-14', x: 98, y: 3.95, label: '14 semaines', kind: 'now' },
];

const props: GrowthChartProps = {
  chart: 'weight-for-age',
  sex: 'F',
  title: 'Poids pour l’âge',
  description: 'Quatre pesées.',
  points: weights,
  describe: ({ label, y }) => `${label} : ${y} kg`,
  views: [
    { id: 'weeks', label: '8 semaines', x: { from: 0, to: 56 } },
    { id: 'half-year', label: '6 mois', x: { from: 0, to: 183 } },
  ],
  initialView: 'half-year',
  table: { head: ['Âge', 'Poids'], rows: weights.map(({ id, label, y }) => ({ id, cells: [label, String(y)] })) },
  labels: {
    x: (unit) => unit,
    y: 'kg',
    views: 'Période',
    points: 'Mesures',
    showTable: 'Tableau',
    showChart: 'Courbe',
    loading: '…',
    failed: 'Échec',
  },
  language: 'fr',
};

const show = async (changed: Partial<GrowthChartProps> = {}): Promise<void> => {
  render(<GrowthChart {...props} {...changed} />, place);
  await vi.waitFor(() => expect(place.querySelector('svg.k-growth__svg')).not.toBeNull());
};
const readout = (): string => place.querySelector('.k-growth__readout')?.textContent ?? '';
const slider = (): HTMLElement => place.querySelector<HTMLElement>('[role=slider]') ?? document.body;

describe('a growth chart', () => {
  it('comes with the newest measurement read out, and its seven lines labelled', async () => {
    await show();
    expect(readout()).toBe('14 semaines : 3.95 kg');
    const labels = [...place.querySelectorAll('.k-chart-labels__line')].map((label) => label.textContent);
    expect(labels).toEqual(['−3', '−2', '−1', '0', '+1', '+2', '+3']);
  });

  it('goes from measurement to measurement by the arrow keys', async () => {
    await show();
    slider().focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(readout()).toBe('6 semaines : 5.5 kg');
    expect(slider().getAttribute('aria-valuetext')).toBe('6 semaines : 5.5 kg');
    await userEvent.keyboard('{Home}');
    expect(readout()).toBe('naissance : 2.4 kg');
    await userEvent.keyboard('{ArrowLeft}');
    expect(readout()).toBe('naissance : 2.4 kg');
  });

  it('goes the same way along time on a right-to-left page', async () => {
    document.documentElement.dir = 'rtl';
    await show();
    slider().focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(readout()).toBe('6 semaines : 5.5 kg');
    const xs = [...place.querySelectorAll('.k-chart__point')].map((sign) => sign.getBoundingClientRect().x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  });

  it('reads out the measurement nearest to a tap', async () => {
    await show();
    const dot = place.querySelector('.k-chart__point')?.getBoundingClientRect();
    const area = slider().getBoundingClientRect();
    await userEvent.click(slider(), { position: { x: (dot?.x ?? 0) - area.x + 14, y: (dot?.y ?? 0) - area.y + 14 } });
    expect(readout()).toBe('naissance : 2.4 kg');
  });

  it('zooms to the first weeks, and reads out what is in view', async () => {
    await show();
    await page.getByRole('button', { name: '8 semaines' }).click();
    expect(readout()).toBe('6 semaines : 5.5 kg');
    expect(place.querySelector('.k-chart-labels__axis')?.textContent).toBe('weeks');
  });

  it('is a table for those who cannot see it, and a chart again', async () => {
    await show();
    await page.getByRole('button', { name: 'Tableau' }).click();
    expect(place.querySelector('svg.k-growth__svg')).toBeNull();
    expect([...place.querySelectorAll('tbody tr')]).toHaveLength(4);
    await page.getByRole('button', { name: 'Courbe' }).click();
    expect(place.querySelector('svg.k-growth__svg')).not.toBeNull();
  });

  it('stands without measurements', async () => {
    await show({ points: [] });
    expect(place.querySelector('[role=slider]')).toBeNull();
  });

  it.each(['ltr', 'rtl'])('has no fault that axe finds, %s, as chart and as table', async (dir) => {
    document.documentElement.dir = dir;
    await show();
    const faults = async () => (await axe.run(place)).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Tableau' }).click();
    expect(await faults()).toEqual([]);
  });
});

it('a small chart follows what is typed', async () => {
  const last = (): string | null | undefined => place.querySelector('.k-chart__now')?.getAttribute('cy');
  const draw = (y: number) =>
    render(
      <MiniGrowthChart
        chart="weight-for-age"
        sex="F"
        label="Poids"
        points={[...weights.slice(0, 2), { id: 'now', x: 98, y, label: '', kind: 'now' }]}
      />,
      place,
    );
  draw(4);
  await vi.waitFor(() => expect(last()).toBeTruthy());
  const before = Number(last());
  draw(5);
  await vi.waitFor(() => expect(Number(last())).toBeLessThan(before));
  expect((await axe.run(place)).violations).toEqual([]);
});
