/** Places to which families may be sent: those that the server knows, and centres whose code was read on this phone. */
import { knownCentres } from '@denba/device/centres/known-centres';
import type { PlaceAround } from '@denba/device/sync/server';
import { useEffect, useState } from 'preact/hooks';
import { useShell } from '../workspace.ts';

/** Returns `[]` while the rows are still being read. */
export const usePlacesAround = (): readonly PlaceAround[] => {
  const shell = useShell();
  const { session, server } = 'session' in shell ? shell : { session: null, server: null };
  const ofServer = server?.places.value ?? [];
  const [ofBook, setOfBook] = useState<readonly PlaceAround[]>([]);
  useEffect(() => {
    if (session === null) return;
    let wanted = true;
    void knownCentres(session.sealed).then((book) => {
      if (wanted && book.length > 0) setOfBook(book.map(({ code }) => ({ ...code.centre, kind: 'known' })));
    });
    return () => {
      wanted = false;
    };
  }, [session]);
  // A centre that both sources know, or that has two phones, is listed once.
  return [...new Map([...ofBook, ...ofServer].map((place) => [place.id, place])).values()];
};
