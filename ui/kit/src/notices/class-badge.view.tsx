import './class-badge.css';

export type ClassCode = 'high' | 'indepth' | 'moderate' | 'low' | 'incomplete' | 'review';

export type ClassBadgeProps = {
  readonly code: ClassCode;
  /** The shape of the class, given by the protocol (▲ ◆ ■ ★ ○ ●). Drawn as SVG, to look the same on every phone. */
  readonly shape: string;
  readonly word: string;
  readonly size?: 'small' | 'large' | undefined;
  /**
   * With `incomplete`: the class that is certain at least (« Incomplet – au moins modéré »). Hatched and dashed in its
   * colour, so that it never looks like a final class.
   */
  readonly floor?: ClassCode | null | undefined;
};

/** The class of a pair, always as colour, shape and word together. Pink, yellow and green are used nowhere else. */
export const ClassBadge = ({ code, shape, word, size = 'small', floor }: ClassBadgeProps) => (
  <span class={`k-class k-class--${tones[floor ?? code]} k-class--${size}${hatching(code, floor)}`}>
    <Shape shape={shape} />
    <span class="k-class__word">{word}</span>
  </span>
);

const hatching = (code: ClassCode, floor: ClassCode | null | undefined): string =>
  floor ? ' k-class--floor' : code === 'incomplete' ? ' k-class--open' : '';

const tones: Readonly<Record<ClassCode, string>> = {
  high: 'pink',
  indepth: 'yellow',
  moderate: 'yellow',
  low: 'green',
  incomplete: 'neutral',
  review: 'neutral',
};

const Shape = ({ shape }: { readonly shape: string }) => {
  const path = shapes[shape];
  return path === undefined ? (
    <span class="k-class__shape" aria-hidden="true">
      {shape}
    </span>
  ) : (
    <svg class="k-class__shape" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path class={shape === '○' ? 'k-class__ring' : undefined} d={path} />
    </svg>
  );
};

const disc = 'M2.5 10a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0z';

const shapes: Readonly<Record<string, string>> = {
  '▲': 'M10 1.5L19.5 18.5H.5z',
  '◆': 'M10 .5L19.5 10L10 19.5L.5 10z',
  '■': 'M2.5 2.5h15v15h-15z',
  '★': 'M10 .8l2.8 6 6.5.8-4.8 4.5 1.3 6.5L10 15.4l-5.8 3.2 1.3-6.5L.7 7.6l6.5-.8z',
  '●': disc,
  '○': disc,
};
