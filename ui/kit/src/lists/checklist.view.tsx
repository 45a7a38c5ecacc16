import '../choices/choice-option.css';
import './checklist.css';
import type { ComponentChildren } from 'preact';

export type ChecklistItem = {
  readonly id: string;
  readonly label: string;
  readonly detail?: ComponentChildren;
  readonly done: boolean;
};

export type ChecklistProps = {
  readonly label: string;
  readonly items: readonly ChecklistItem[];
  readonly onToggle: (id: string, done: boolean) => void;
};

export const Checklist = ({ label, items, onToggle }: ChecklistProps) => (
  // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is a list.
  <ul class="k-checklist" role="list" aria-label={label}>
    {items.map((item) => (
      <li key={item.id}>
        <label class="k-check">
          <input
            class="k-choice__input"
            type="checkbox"
            checked={item.done}
            onChange={(event) => onToggle(item.id, event.currentTarget.checked)}
          />
          <span class="k-check__text">
            <span class="k-check__label">{item.label}</span>
            {item.detail ? <span class="k-check__detail">{item.detail}</span> : null}
          </span>
        </label>
      </li>
    ))}
  </ul>
);
