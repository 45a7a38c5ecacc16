/** One sample of every component, by name. The browser test renders each of them. */
import type { ComponentType } from 'preact';
import { chartSamples } from './chart-samples.tsx';
import { frameSamples } from './frame-samples.tsx';
import { inputSamples } from './input-samples.tsx';
import { measureSamples } from './measure-samples.tsx';
import { partSamples } from './part-samples.tsx';
import { screenSamples } from './screen-samples.tsx';

export const samples: Readonly<Record<string, ComponentType>> = {
  ...screenSamples,
  ...partSamples,
  ...frameSamples,
  ...inputSamples,
  ...measureSamples,
  ...chartSamples,
};
