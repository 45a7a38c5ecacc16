import './card.css';
import type { ComponentChildren } from 'preact';

export type CardProps = {
  readonly title?: string | undefined;
  /** Heading level of the title; 2 by default. */
  readonly level?: 2 | 3 | 4 | undefined;
  /** Content beside the title. */
  readonly aside?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Buttons at the bottom of the card. */
  readonly actions?: ComponentChildren;
  /** No padding: for lists that reach the edges. */
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
