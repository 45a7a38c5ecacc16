/**
 * Keeps a part of a screen as it is while its props are the same: an answer changes one question of twenty, and a cheap
 * phone should not render what stands around it.
 */
import { Component, type ComponentType, createElement } from 'preact';

type Act = (...given: readonly unknown[]) => unknown;

/**
 * The component, rendered again only when `same` says that its props differ. By default a callback (`on…`) may be another
 * one each time: the newest is called, so it must not be called while rendering.
 */
export const steady = <Props extends object>(View: ComponentType<Props>, same = sameButForActs<Props>) =>
  class extends Component<Props> {
    readonly acts: Record<string, Act> = {};

    override shouldComponentUpdate(next: Props): boolean {
      return !same(this.props as Props, next);
    }

    override render() {
      const props: Record<string, unknown> = { ...this.props };
      for (const name in props) {
        if (!isAct(name, props[name])) continue;
        this.acts[name] ??= (...given) => (this.props as Record<string, Act>)[name]?.(...given);
        props[name] = this.acts[name];
      }
      return createElement(View, props as Props);
    }
  };

/** Compares prop by prop; `same` compares those that are not identical. */
export const sameProps = <Props extends object>(
  before: Props,
  after: Props,
  same: (name: keyof Props & string) => boolean,
): boolean => {
  const names = Object.keys(after) as (keyof Props & string)[];
  if (names.length !== Object.keys(before).length) return false;
  return names.every((name) => name in before && (before[name] === after[name] || same(name)));
};

const sameButForActs = <Props extends object>(before: Props, after: Props): boolean =>
  sameProps(before, after, (name) => isAct(name, before[name]) && isAct(name, after[name]));

const isAct = (name: string, value: unknown): boolean => typeof value === 'function' && name.startsWith('on');
