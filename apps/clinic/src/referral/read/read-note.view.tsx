/** A note that was read: its content, who signed it, and what to do with it here. */
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { t } from '../../shell/words/language.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import type { ReadNote } from '../code/note-code.ts';
import { NotePaper } from '../note/note-paper.view.tsx';
import { NoteArrival } from './note-arrival.view.tsx';
import { NoteSignature } from './note-signature.view.tsx';

type Props = { readonly read: ReadNote; readonly onAnother: () => void };

export const ReadNoteView = ({ read, onAnother }: Props) => {
  const { protocol } = useWorkspace();
  const { note, unread } = read;
  return (
    <>
      <NoteSignature read={read} />
      {unread === 0 ? null : <Notice kind="info" title={t('referral.unread', { count: unread })} />}
      <NotePaper note={note} code={null} fingerprint={null} protocol={protocol.content} />
      {note.confided.length === 0 ? null : (
        <Card title={t('referral.confided-read')}>
          <Disclosure summary={t('referral.confided-show')}>
            <p>
              {t('referral.confided-list', {
                what: note.confided.map((code) => t(`referral.confided-${code}`)).join(', '),
              })}
            </p>
          </Disclosure>
        </Card>
      )}
      <NoteArrival read={read} />
      <Button kind="quiet" full icon="qr" onPress={onAnother}>
        {t('referral.another')}
      </Button>
    </>
  );
};
