import './card.css';
import type { ComponentChildren } from 'preact';

export type CardProps = {
  readonly title?: string | undefined;
  /** Of the title, in the page's outline. */
  readonly level?: 2 | 3 | 4 | undefined;
  /** Beside the title. */
  readonly aside?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Buttons at the foot. */
  readonly actions?: ComponentChildren;
  /** Without padding: for lists that reach the edges. */
  readonly flush?: boolean | undefined;
};

export const Card = ({ title, level = 2, aside, children, actions, flush = false }: CardProps) => {
  const Heading = `h${level}` as const;
  return (
    <section class={flush ? 'k-card k-card--flush' : 'k-card'}>
      {title === undefined && !aside ? null : (
        <div class="k-card__head">
          {title === undefined ? null : <Heading class="k-card__title">{title}</Heading>}
          {aside}
        </div>
      )}
      {children}
      {actions ? <div class="k-card__actions">{actions}</div> : null}
    </section>
  );
};
