/** Exchange between centres without a server: families that arrived, the code of this phone, the codes of others. */
import { type KnownCentre, knownCentres } from '@denba/device/centres/known-centres';
import { useEffect, useState } from 'preact/hooks';
import type { ServerLink } from '../shell/exchange/server-link.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { ArrivedCard } from './arrived-card.view.tsx';
import { BookCard } from './book-card.view.tsx';
import { MyCodeCard } from './my-code-card.view.tsx';
import { ReadCodeCard } from './read-code-card.view.tsx';

export const CentresScreen = () => {
  const { server } = useWorkspace();
  return (
    <Screen title={t('centres.title')}>
      {server === null ? <p>{t('centres.training')}</p> : <Between server={server} />}
    </Screen>
  );
};

const Between = ({ server }: { readonly server: ServerLink }) => {
  const { session } = useWorkspace();
  const [book, setBook] = useState<readonly KnownCentre[] | null>(null);
  const look = async (): Promise<void> => setBook(await knownCentres(session.sealed));
  useEffect(() => void look(), [session]);
  if (book === null) return null;
  return (
    <>
      <p>{t('centres.text')}</p>
      <ArrivedCard courier={server.courier} book={book} onBook={look} />
      <MyCodeCard />
      <ReadCodeCard book={book} onBook={look} />
      <BookCard book={book} onBook={look} />
    </>
  );
};
