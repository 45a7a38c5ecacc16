/** Where families may be sent: places that the server knows, and centres whose code was read here. */
import { knownCentres } from '@denba/device/centres/known-centres';
import type { PlaceAround } from '@denba/device/sync/server';
import { useEffect, useState } from 'preact/hooks';
import { useWorkspace } from '../workspace.ts';

export const usePlacesAround = (): readonly PlaceAround[] => {
  const { session, server } = useWorkspace();
  const ofServer = server?.places.value ?? [];
  const [ofBook, setOfBook] = useState<readonly PlaceAround[]>([]);
  useEffect(() => {
    let wanted = true;
    void knownCentres(session.sealed).then((book) => {
      if (wanted) setOfBook(book.map(({ code }) => ({ ...code.centre, kind: 'known' })));
    });
    return () => {
      wanted = false;
    };
  }, [session]);
  // A centre that both know, or with two phones, is one.
  return [...new Map([...ofBook, ...ofServer].map((place) => [place.id, place])).values()];
};
