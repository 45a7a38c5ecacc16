import './picture.css';
import { useEffect, useReducer } from 'preact/hooks';
import { board, pen } from './ink.ts';
import { drawnGroup, loadPictures } from './picture-groups.ts';
import { groupOf, type PictureName } from './picture-names.ts';

export type PictureProps = {
  readonly name: PictureName;
  /** Side of the square in CSS px; 96 by default. Never wider than its container. */
  readonly size?: number | undefined;
  /** What the picture shows, when no words beside it say so. Without it the picture is hidden from screen readers. */
  readonly label?: string | undefined;
};

/** One of the project's own drawings. Its group is loaded on first use; the space is reserved meanwhile. */
export const Picture = ({ name, size = 96, label }: PictureProps) => {
  const group = groupOf(name);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const drawings = drawnGroup(group);
  const absent = drawings === undefined;

  useEffect(() => {
    if (absent) void loadPictures(group).then(() => redraw(undefined));
  }, [absent, group]);

  return (
    <svg
      class="k-picture"
      width={size}
      height={size}
      {...pen}
      {...(label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label })}
      data-picture={name}
      // Safe: these are constants of this folder, never user input.
      dangerouslySetInnerHTML={{ __html: board + (drawings?.[name] ?? '') }}
    />
  );
};
