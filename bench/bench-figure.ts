/** One measured figure. `value` is a median unless the note says otherwise. */
export type BenchFigure = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly note?: string;
};

/** A group of figures that are measured in one run, against a named peer where there is one. */
export type Bench = {
  readonly name: string;
  readonly run: () => readonly BenchFigure[] | Promise<readonly BenchFigure[]>;
};
