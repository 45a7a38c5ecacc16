import './icon.css';
import { type IconName, iconPaths, pointingIcons } from './icon-paths.ts';

export type IconProps = {
  readonly name: IconName;
  /** Side in em of the surrounding text; 1.4 by default. */
  readonly size?: number | undefined;
};

/** An icon beside words, never instead of them: hidden from screen readers. */
export const Icon = ({ name, size }: IconProps) => (
  <svg
    class={pointingIcons.has(name) ? 'k-icon k-icon--pointing' : 'k-icon'}
    viewBox="0 0 24 24"
    style={size === undefined ? undefined : { inlineSize: `${size}em`, blockSize: `${size}em` }}
    aria-hidden="true"
    focusable="false"
  >
    <path d={iconPaths[name]} />
  </svg>
);
