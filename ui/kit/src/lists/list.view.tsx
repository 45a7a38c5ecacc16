import './list.css';
import { type ComponentChildren, toChildArray } from 'preact';

export type ListProps = {
  /** Accessible name, for a list without a heading. */
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
};

/** A list of rows (`ListRow`) on a card, separated by thin lines. */
export const List = ({ label, children }: ListProps) => (
  // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is a list.
  <ul class="k-list" role="list" aria-label={label}>
    {toChildArray(children).map((child, index) => (
      <li key={typeof child === 'object' ? (child.key ?? index) : index}>{child}</li>
    ))}
  </ul>
);
