/**
 * A worked example of an indicator, as it is in `indicators/examples/<CODE>.yaml`: a small cohort told as lives of
 * families, and the figure that somebody worked out from it by hand. Errors name the file, the line and the key.
 */
import { readYaml } from '@denba/protocols/read/yaml-document';
import * as v from 'valibot';
import { stepNames } from './live-a-life.ts';

const text = v.strictObject({ fr: v.pipe(v.string(), v.nonEmpty()), en: v.pipe(v.string(), v.nonEmpty()) });
const day = v.pipe(v.string(), v.isoDate('a day such as 2026-03-31'));
const month = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/, 'a month such as 2026-03'));
const whole = v.pipe(v.number(), v.integer('a whole number'));

const step = v.pipe(
  v.record(v.picklist(stepNames, `one step of: ${stepNames.join(', ')}`), v.record(v.string(), v.unknown())),
  v.check((said) => Object.keys(said).length === 1, 'one step a line'),
);

const figure = {
  numerator: whole,
  /** `null`: this kind of indicator has no denominator (a count, a stock). */
  denominator: v.nullable(v.number()),
  unknown: whole,
  /**
   * In the unit of the indicator, rounded to two decimals. `null`: there is no value, and `not_computable` says why.
   */
  value: v.nullable(v.number()),
};

const example = v.strictObject({
  code: v.string(),
  title: text,
  /** The month of the figure. */
  month,
  /** The day on which the figure is read: what is not certain by then does not count. */
  read_on: day,
  /** For a coverage: how many people live in the catchment area. */
  population: v.optional(whole),
  families: v.record(
    v.string(),
    v.strictObject({
      /** Whether the family counts, and by which rule. */
      why: text,
      life: v.pipe(v.array(step), v.minLength(1, 'at least one step')),
    }),
  ),
  expect: v.strictObject({
    ...figure,
    not_computable: v.optional(v.picklist(['nothingToCount', 'allUnknown', 'noPopulation'])),
    /** By stratum, such as `sex=F`. */
    by: v.optional(v.record(v.string(), v.partial(v.strictObject(figure)))),
    /** For a spread: how many have each code. */
    parts: v.optional(v.record(v.string(), whole)),
  }),
});

export type WorkedExample = v.InferOutput<typeof example>;

export type WorkedExampleReading =
  | { readonly ok: true; readonly example: WorkedExample }
  | { readonly ok: false; readonly problems: readonly string[] };

/** `file`: its name in messages; `text`: its content. */
export const readWorkedExample = (file: string, text: string): WorkedExampleReading => {
  const { document, problems } = readYaml(file, text);
  if (problems.length > 0) {
    return { ok: false, problems: problems.map(({ line, message }) => `${file}:${line} ${message.en}`) };
  }
  const read = v.safeParse(example, document.value);
  if (read.success) return { ok: true, example: read.output };
  const said = read.issues.map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    return `${file}:${document.lineOf(path)} [${path.join('.')}] ${issue.message}`;
  });
  return { ok: false, problems: said };
};
