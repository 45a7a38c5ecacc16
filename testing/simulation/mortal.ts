/**
 * A life that may end at any await. Each awaited piece of work is a step; at a chosen step everything stops, either
 * before the work is done, or after it is done but before its result is known. Afterwards no work is done and no result
 * arrives.
 */
export class Died extends Error {
  override readonly name = 'Died';
}

export type Death = 'before' | 'after';

export type Life = {
  readonly isOver: () => boolean;
  /** The life ends at the step after this number of further steps. */
  readonly endAfter: (steps: number, death: Death) => void;
  /** Throws `Died` at the step that ends this life, and at every later one. */
  readonly step: <Value>(work: () => Value | Promise<Value>) => Promise<Value>;
};

export const newLife = (): Life => {
  let left: number | null = null;
  let how: Death = 'before';
  let over = false;
  return {
    isOver: () => over,
    endAfter: (steps, death) => {
      [left, how] = [steps, death];
    },
    step: async (work) => {
      if (over) throw new Died();
      if (left !== null) left -= 1;
      if (left !== null && left < 0) {
        over = true;
        if (how === 'after') await work();
        throw new Died();
      }
      const value = await work();
      if (over) throw new Died();
      return value;
    },
  };
};
