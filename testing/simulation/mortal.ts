/**
 * A life that may end at any await: each thing that is waited for is a step, and at a chosen step everything stops, before
 * it is done or after it is done and before anybody hears of it. Nothing is done or heard after that.
 */
export class Died extends Error {
  override readonly name = 'Died';
}

export type Death = 'before' | 'after';

export type Life = {
  readonly isOver: () => boolean;
  /** It ends at the step after so many more. */
  readonly endAfter: (steps: number, death: Death) => void;
  /** Throws `Died` at the end of this life, and ever after. */
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
