/** The first letter of a name in a disc, to recognise a row by. A photograph would disclose too much. */
import './initial.css';

export const Initial = ({ name }: { readonly name: string | null }) => {
  const letter = /\p{L}/u.exec(name ?? '')?.[0];
  return (
    <span class="initial" aria-hidden="true">
      {letter === undefined ? '·' : letter.toUpperCase()}
    </span>
  );
};
