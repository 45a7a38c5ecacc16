declare module 'virtual:denba-protocol' {
  import type { Indicator } from '@denba/indicators/indicator';
  import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
  export const protocol: CompiledProtocol;
  /** Name of the pack that it is: SHA-256 of its canonical JSON. */
  export const packId: string;
  /** Of the figures that a phone shows. */
  export const indicators: readonly Indicator[];
}

/** Made by `build/demonstration-plugin.ts` from `testing/scenario`, which the product itself never imports. */
declare module 'virtual:denba-demonstration' {
  import type { Demonstration } from './training/demonstration.ts';
  export const demonstration: Demonstration;
}

declare module 'virtual:denba-training-cases' {
  import type { TrainingCase } from './training/training-case.ts';
  export const trainingCases: readonly TrainingCase[];
}

declare const __APP_VERSION__: string;
