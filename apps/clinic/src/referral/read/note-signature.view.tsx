/** Shows who signed a note, and whether that phone is known here. */
import { Notice } from '@denba/kit/notices/notice.view';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../shell/words/language.ts';
import { sayDay } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import type { ReadNote } from '../code/note-code.ts';
import { fingerprintOf } from '../code/signed-code.ts';
import { type KnownPhone, knownPhone } from './known-phones.ts';

type Known = { readonly phone: KnownPhone | null; readonly own: boolean };

export const NoteSignature = ({ read: { note, fingerprint } }: { readonly read: ReadNote }) => {
  const { session } = useWorkspace();
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const { publicKey } = await session.sign(new Uint8Array());
      const own = (await fingerprintOf(publicKey)) === fingerprint;
      setKnown({ own, phone: await knownPhone(session.sealed, fingerprint) });
    };
    void ask();
  }, [session, fingerprint]);
  const title = t('referral.signed-by', { fingerprint, centre: note.from.centre });
  if (known === null) return <p class="quiet">{title}</p>;
  if (known.own) {
    return (
      <Notice kind="info" title={title}>
        {t('referral.phone-own')}
      </Notice>
    );
  }
  if (known.phone === null) {
    return (
      <Notice kind="warning" title={title}>
        {t('referral.phone-new')}
      </Notice>
    );
  }
  const same = known.phone.centre === note.from.centre;
  return (
    <Notice kind={same ? 'success' : 'danger'} title={title}>
      {same
        ? t('referral.phone-known', { day: sayDay(known.phone.since) })
        : t('referral.phone-other-centre', { centre: known.phone.centre })}
    </Notice>
  );
};
