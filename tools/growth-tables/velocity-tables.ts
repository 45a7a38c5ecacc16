/**
 * WHO growth velocity standards (2009): one published sheet per measure, sex and interval. A window of age is named in
 * words ("0 – 4 wks", "4 wks – 2 mo", "2-4 mo"); here it becomes a start and an end in days.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CompactVelocityTable, CompactVelocityWindows } from '@denba/growth/velocity-table';
import { encodeColumn } from './encode-column.ts';
import { cell, type PublishedFile, readPublishedFile } from './published-file.ts';

export const velocityMeasures = ['weight', 'length', 'head'] as const;
type Measure = (typeof velocityMeasures)[number];

const inFileName: Readonly<Record<Measure, string>> = { weight: 'weight', length: 'length', head: 'headc' };
const unit: Readonly<Record<Measure, 'g' | 'cm'>> = { weight: 'g', length: 'cm', head: 'cm' };

export const buildVelocityTable = (folder: string, measure: Measure): CompactVelocityTable => {
  const sheets = readdirSync(join(folder, 'who-velocity'))
    .flatMap((name) => {
      const match = /^ttt[-_](\w+?)[-_](boys|girls)[-_](\d)mon[-_]z\.csv$/.exec(name);
      return match?.[1] === inFileName[measure] ? [{ name, sex: match[2], months: Number(match[3]) }] : [];
    })
    .sort((a, b) => a.months - b.months)
    .map((sheet) => ({ ...sheet, published: readPublishedFile(join(folder, 'who-velocity', sheet.name), ',') }));
  const forSex = (sex: string) =>
    sheets.filter((sheet) => sheet.sex === sex).map(({ months, published }) => windows(months, published));
  return {
    index: `${measure}-velocity`,
    source: 'WHO Child Growth Standards: growth velocity (WHO, 2009, ISBN 978 92 4 154763 5), LMS by window of age',
    edition: 'z-score sheets published by WHO, as kept by devsdocs/growth_standards cedb933',
    files: Object.fromEntries(sheets.map(({ published }) => [published.name, published.sha256])),
    unit: unit[measure],
    M: forSex('boys'),
    F: forSex('girls'),
  };
};

const windows = (months: number, { name, rows }: PublishedFile): CompactVelocityWindows => {
  const bounds = rows.map((row) => boundsOf(cell(row, 'Interval')));
  const deltas = new Set(rows.map((row) => Number(row['Delta'] ?? '0')));
  if (deltas.size !== 1) throw new Error(`${name}: Delta is not the same in every row`);
  const column = (title: string) => encodeColumn(rows.map((row) => cell(row, title)));
  return {
    months,
    delta: [...deltas][0] ?? 0,
    starts: bounds.map(({ start }) => start),
    ends: bounds.map(({ end }) => end),
    l: column('L'),
    m: column('M'),
    s: column('S'),
  };
};

/** Bounds in days. A week is 7 days; a month is WHO's 30.4375 days. */
const boundsOf = (words: string): { start: number; end: number } => {
  const match = /^(\d+)\s*(wks)?\s*[-–]\s*(\d+)\s*(wks|mo)$/.exec(words);
  if (match === null) throw new Error(`a window of age we cannot read: ${words}`);
  const day = (count: string | undefined, weeks: boolean) => Number(count) * (weeks ? 7 : 30.4375);
  return { start: day(match[1], match[2] === 'wks'), end: day(match[3], match[4] === 'wks') };
};
