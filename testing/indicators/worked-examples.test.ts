/**
 * Every indicator that is fed has a small cohort for which somebody worked out the figure by hand, from the definition
 * in words (`indicators/examples/`). Here the product counts the same cohort and must give the same figure.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { figureOf, strataOf } from './figure-of-example.ts';
import { shippedIndicators } from './read-shipped-indicators.ts';
import { readWorkedExample } from './read-worked-example.ts';

const folder = fileURLToPath(new URL('../../indicators/examples/', import.meta.url));
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .toSorted();
const { indicators } = shippedIndicators();
const fed = new Set(indicators.flatMap(({ fact, code }) => (fact === null ? [] : [code])));

const read = files.map((name) => {
  const file = `indicators/examples/${name}`;
  return { name, file, reading: readWorkedExample(file, readFileSync(`${folder}${name}`, 'utf8')) };
});
const examples = read.flatMap(({ name, file, reading }) => (reading.ok ? [{ name, file, ...reading.example }] : []));

describe('worked examples', () => {
  it('can be read', () => {
    expect(read.flatMap(({ reading }) => (reading.ok ? [] : reading.problems))).toEqual([]);
  });

  it('are there for every indicator that is fed, and for no other', () => {
    const told = new Set(examples.map(({ code }) => code));
    expect([...fed].filter((code) => !told.has(code))).toEqual([]);
    expect(examples.filter(({ code }) => !fed.has(code)).map(({ file, code }) => `${file}: ${code}`)).toEqual([]);
  });

  it('are in the file of their code, with at least two families', () => {
    for (const { name, code, families } of examples) {
      expect(name).toBe(`${code}.yaml`);
      expect(Object.keys(families).length, name).toBeGreaterThan(1);
    }
  });

  it('break down only by what the indicator is broken down by', () => {
    const by = new Map(indicators.map((one) => [one.code, one.by]));
    const strange = examples.flatMap(({ file, code, expect: { by: strata = {} } }) =>
      Object.keys(strata)
        .filter((stratum) => !by.get(code)?.includes(stratum.split('=')[0] ?? ''))
        .map((stratum) => `${file} [expect.by.${stratum}]`),
    );
    expect(strange).toEqual([]);
  });

  for (const example of examples) {
    const { code, title, expect: hand } = example;
    it(`${code}: ${title.fr}`, () => {
      const figure = figureOf(example, '');
      expect(shown(figure)).toEqual({
        ...{ numerator: hand.numerator, denominator: hand.denominator, unknown: hand.unknown, value: hand.value },
        not_computable: hand.not_computable ?? null,
      });
      expect(Object.fromEntries(figure.parts.map((part) => [part.code, part.count]))).toEqual(hand.parts ?? {});
      for (const [stratum, part] of Object.entries(hand.by ?? {})) {
        expect(shown(figureOf(example, stratum)), stratum).toMatchObject(part);
        expect(strataOf(example), `${stratum} is nobody`).toContain(stratum);
      }
    });
  }
});

const shown = ({ numerator, denominator, unknown, value, why }: ReturnType<typeof figureOf>) => ({
  ...{ numerator, denominator: twoDecimals(denominator), unknown, value: twoDecimals(value) },
  not_computable: why,
});

/** Rounds as one does by hand; the examples avoid values halfway between two decimals. */
const twoDecimals = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(2)));

describe('an example that is badly written', () => {
  const good = readFileSync(`${folder}MAMI.IND.03.yaml`, 'utf8');
  const problemsOf = (text: string) => {
    const reading = readWorkedExample('indicators/examples/MAMI.IND.03.yaml', text);
    return reading.ok ? [] : reading.problems;
  };

  it('names the file, the line and the key of a value that is wrong', () => {
    const line = good.split('\n').findIndex((one) => one.startsWith('month:')) + 1;
    expect(problemsOf(good.replace(/^month: .*$/m, 'month: March'))).toEqual([
      `indicators/examples/MAMI.IND.03.yaml:${line} [month] a month such as 2026-03`,
    ]);
  });

  it('names a step that nobody knows, and those that there are', () => {
    expect(problemsOf(good.replace('screened:', 'screend:'))[0]).toMatch(/\[families\..*one step of: mother, bears/);
  });

  it('says that it is not YAML', () => {
    expect(problemsOf(`${good}\n  - [`)[0]).toMatch(/^indicators\/examples\/MAMI\.IND\.03\.yaml:\d+ This text is not/);
  });
});
