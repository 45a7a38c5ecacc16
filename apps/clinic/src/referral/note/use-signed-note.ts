/** The code of a note, signed by this phone. It is made again whenever the content of the note changes. */
import { useEffect, useState } from 'preact/hooks';
import { useWorkspace } from '../../shell/workspace.ts';
import { noteCode } from '../code/note-code.ts';
import { fingerprintOf } from '../code/signed-code.ts';
import type { NoteFacts } from './note-facts.ts';

export type SignedNote =
  | { readonly kind: 'signing' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'signed'; readonly code: string; readonly shortened: boolean; readonly fingerprint: string };

export const useSignedNote = (note: NoteFacts | null): SignedNote => {
  const { session } = useWorkspace();
  const [signed, setSigned] = useState<SignedNote>({ kind: 'signing' });
  const said = JSON.stringify(note);
  useEffect(() => {
    let wanted = true;
    const make = async (): Promise<SignedNote> => {
      if (said === 'null') return { kind: 'signing' };
      const { code, shortened } = await noteCode(JSON.parse(said) as NoteFacts, session.sign);
      const { publicKey } = await session.sign(new Uint8Array());
      return { kind: 'signed', code, shortened, fingerprint: await fingerprintOf(publicKey) };
    };
    make().then(
      (made) => {
        if (wanted) setSigned(made);
      },
      () => {
        if (wanted) setSigned({ kind: 'failed' });
      },
    );
    return () => {
      wanted = false;
    };
  }, [session, said]);
  return signed;
};
