/** A finished note: to print, to show as a code, or to share with the phone's share sheet. */
import { Button } from '@denba/kit/buttons/button.view';
import { Sheet } from '@denba/kit/frames/sheet.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { QrCode } from '@denba/kit/qr/qr-code.view';
import { readFindings } from '@denba/protocols/care/findings/stored-findings';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useState } from 'preact/hooks';
import { UnderProtocol } from '../../shell/protocol/under-protocol.view.tsx';
import { peopleNames } from '../../shell/record/people-names.ts';
import { useStory } from '../../shell/record/use-story.ts';
import { go } from '../../shell/route.ts';
import type { ScreenProps } from '../../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../../shell/screen/screen.view.tsx';
import { t } from '../../shell/words/language.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { childOfNote, noteFromRecord, visitOfNote } from './note-from-record.ts';
import { NotePaper } from './note-paper.view.tsx';
import { canShare, shareCode } from './share-code.ts';
import { useSignedNote } from './use-signed-note.ts';

export const ReferralNoteScreen = ({ route }: ScreenProps<'referral-note'>) => {
  const story = useStory(route.family);
  const timeline = story.kind === 'ready' ? story.timeline : null;
  const read = timeline?.history.find(({ entry }) => entry.id === route.entry) ?? null;
  return (
    <Screen task title={t('referral.note')} onBack={() => go({ name: 'family', family: route.family }, 'replace')}>
      {story.kind === 'loading' ? (
        <ProgressBar value={null} label={t('shell.loading')} />
      ) : timeline === null || read === null ? (
        <EmptyState icon="question" title={t(story.kind === 'failed' ? 'shell.story-failed' : 'shell.story-absent')} />
      ) : (
        <UnderProtocol version={visitOfNote(timeline, read)?.concludedIn.protocolVersion ?? null}>
          <Note timeline={timeline} read={read} />
        </UnderProtocol>
      )}
    </Screen>
  );
};

const Note = ({ timeline, read }: { readonly timeline: Timeline; readonly read: ReadEntry }) => {
  const { session, device, protocol, server } = useWorkspace();
  const { family } = timeline;
  const [author, setAuthor] = useState<string | null>(null);
  const [large, setLarge] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void peopleNames(device, session.sealed).then((names) => setAuthor(names.get(read.entry.author) ?? ''));
  }, [device, session, read.entry.author]);
  useEffect(() => {
    void session.audit.add('family-opened', { family });
  }, [session, family]);
  const note =
    author === null
      ? null
      : noteFromRecord(timeline, read, childOfNote(timeline, read), {
          centre: session.centre.name,
          author,
          findingsOf: ({ findings }) => readFindings(findings, protocol.content),
        });
  const signed = useSignedNote(note);
  if (author === null) return <ProgressBar value={null} label={t('shell.loading')} />;
  if (note === null) return <EmptyState icon="info" title={t('referral.no-note')} />;
  const code = signed.kind === 'signed' ? signed.code : null;
  const printNote = (): void => {
    void session.audit.add('referral-printed', { family });
    print();
  };
  const share = async (): Promise<void> => {
    if (code === null) return;
    await session.audit.add('referral-shared', { family });
    setFailed((await shareCode(code, t('referral.share-text'))) === 'failed');
  };
  return (
    <>
      {signed.kind === 'signing' ? <ProgressBar value={null} label={t('referral.signing')} /> : null}
      {signed.kind === 'failed' ? <Notice kind="warning" title={t('referral.not-signed')} /> : null}
      {signed.kind === 'signed' && signed.shortened ? <Notice kind="info" title={t('referral.shortened')} /> : null}
      {failed ? <Notice kind="warning" title={t('referral.share-failed')} /> : null}
      <Button kind="primary" full icon="print" onPress={printNote}>
        {t('referral.print')}
      </Button>
      <Button full icon="qr" disabled={code === null} onPress={() => setLarge(true)}>
        {t('referral.show-large')}
      </Button>
      {canShare() ? (
        <Button full icon="share" disabled={code === null} onPress={() => void share()}>
          {t('referral.share')}
        </Button>
      ) : null}
      {server === null ? null : (
        <Button full icon="family" onPress={() => go({ name: 'hand-family', family })}>
          {t('referral.hand')}
        </Button>
      )}
      <NotePaper
        note={note}
        code={code}
        fingerprint={signed.kind === 'signed' ? signed.fingerprint : null}
        protocol={protocol.content}
      />
      <Button kind="quiet" full icon="edit" onPress={() => go({ name: 'correct', family, entry: read.entry.id })}>
        {t('referral.complete')}
      </Button>
      <Button full icon="family" onPress={() => go({ name: 'family', family }, 'replace')}>
        {t('referral.to-family')}
      </Button>
      <Sheet
        open={large && code !== null}
        label={t('referral.show-large')}
        closeLabel={t('referral.close')}
        onClose={() => setLarge(false)}
      >
        {code === null ? null : <QrCode text={code} label={t('referral.qr-label')} size="100%" />}
        <p>{t('referral.show-large-hint')}</p>
      </Sheet>
    </>
  );
};
