/** A list of signs or reasons on a note, and how many more there are than fit on the sheet. */
import { t } from '../../shell/words/language.ts';

type Props = {
  readonly title: string;
  readonly texts: readonly string[];
  /** The total number, those not printed included. */
  readonly of: number;
};

export const NoteList = ({ title, texts, of }: Props) => (
  <>
    <h3>{title}</h3>
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
      {of > texts.length ? <li>{t('referral.left-out', { count: of - texts.length })}</li> : null}
    </ul>
  </>
);
