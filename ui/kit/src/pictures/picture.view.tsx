import './picture.css';
import { useEffect, useReducer } from 'preact/hooks';
import { board, pen } from './ink.ts';
import { drawnGroup, loadPictures } from './picture-groups.ts';
import { groupOf, type PictureName } from './picture-names.ts';

export type PictureProps = {
  readonly name: PictureName;
  /** Side of the square in CSS px; 96 unless said. Never wider than what it stands in. */
  readonly size?: number | undefined;
  /** What it shows, when no words beside it say so; without it the picture is hidden from the screen reader. */
  readonly label?: string | undefined;
};

/** One of our own drawings. Its group is fetched when first needed; its place is kept meanwhile. */
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
      // Constants of this folder, never anything entered.
      dangerouslySetInnerHTML={{ __html: board + (drawings?.[name] ?? '') }}
    />
  );
};
