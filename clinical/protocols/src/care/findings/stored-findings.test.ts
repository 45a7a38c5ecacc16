import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mami } from '../../../test/mami.ts';
import { assessedBase, assessedVignettes } from '../../../test/mami-cases.ts';
import { readFindings, storedFindings } from './stored-findings.ts';
import { visitFindings } from './visit-findings.ts';

const through = (stored: object) => JSON.parse(JSON.stringify(stored));

describe('findings in an entry', () => {
  const all = assessedVignettes().map((assessment) => visitFindings(assessment, 'fr', mami));

  it('read back say exactly what was shown, for every worked case', () => {
    for (const findings of all) expect(readFindings(through(storedFindings(findings)), mami)).toEqual(findings);
  });

  it('are small: two kilobytes as they are, some hundred bytes among others of their kind', () => {
    const texts = all.map((findings) => JSON.stringify(storedFindings(findings)));
    const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
    expect(mean).toBeLessThan(2500);
    // A segment of the phone's store holds 100 to 250 entries, compressed together.
    const segment = gzipSync(texts.filter((_, index) => index % 3 === 0).join('\n'));
    expect(segment.length / (texts.length / 3)).toBeLessThan(200);
  });

  it('keep every sentence about this pair when the protocol has lost a row, an action or a card since', () => {
    const findings = visitFindings(assessedBase('well_boy_10_weeks', { d_feed: 'none' }), 'fr', mami);
    const later = {
      ...mami,
      tables: mami.tables.map((table) => ({ ...table, rows: table.rows.slice(1) })),
      actions: mami.actions.slice(20),
      cards: [],
    };
    const read = readFindings(through(storedFindings(findings)), later);
    const spoken = (list: typeof findings.reasons) => list.map(({ row, text, values }) => [row, text, values]);
    expect(spoken(read?.reasons ?? [])).toEqual(spoken(findings.reasons));
    expect(read?.actions.map(({ code, title }) => [code, title])).toEqual(
      findings.actions.map(({ code, title }) => [code, title]),
    );
    expect(read?.cards.map(({ id }) => id)).toEqual(findings.cards.map(({ id }) => id));
    expect(read?.headline).toEqual(findings.headline);
  });

  it('of an older app are none: nothing is made up', () => {
    expect(readFindings({ pair_class: 'moderate' }, mami)).toBeNull();
    expect(readFindings({}, mami)).toBeNull();
  });
});
