/** Opens a visit: reads the family's timeline and the draft, if there is one, then shows the form. */
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useState } from 'preact/hooks';
import { UnderProtocol } from '../shell/protocol/under-protocol.view.tsx';
import type { ScreenProps } from '../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../shell/screen/screen.view.tsx';
import { WaitingForStore } from '../shell/screen/waiting-for-store.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { BeginAgain } from './begin-again.view.tsx';
import { draftFromJson, type VisitDraft, visitDraftKey } from './visit-draft.ts';
import { VisitFormScreen } from './visit-form.view.tsx';

type Ready =
  | { readonly kind: 'loading' | 'absent' | 'failed' }
  | { readonly kind: 'ready'; readonly timeline: Timeline; readonly draft: VisitDraft | null };

export const VisitScreen = ({ route }: ScreenProps<'visit'>) => {
  const workspace = useWorkspace();
  const { family, child, form } = route;
  const [ready, setReady] = useState<Ready>({ kind: 'loading' });
  const key = visitDraftKey(family, child, form);
  // Keeps the timeline as it was when the form opened, so that a save in another tab does not change the questions.
  useEffect(() => {
    let wanted = true;
    setReady({ kind: 'loading' });
    void workspace.session.audit.add('visit-opened', { family, form });
    Promise.all([workspace.timelineOf(family), workspace.session.draft.get(key)]).then(
      ([timeline, draft]) => {
        if (!wanted) return;
        const known = timeline?.children.some(({ id }) => id === child) === true;
        setReady(
          timeline === null || !known ? { kind: 'absent' } : { kind: 'ready', timeline, draft: draftFromJson(draft) },
        );
      },
      () => {
        if (wanted) setReady({ kind: 'failed' });
      },
    );
    return () => {
      wanted = false;
    };
  }, [workspace, family, child, form, key]);

  if (ready.kind === 'ready') {
    const { draft, timeline } = ready;
    const beginAgain = async (): Promise<void> => {
      await workspace.session.draft.remove(key);
      setReady({ ...ready, draft: null });
    };
    // A visit is completed with the protocol with which it was started: no question or cut-off changes meanwhile.
    return (
      <UnderProtocol
        version={draft?.protocol ?? null}
        absent={<BeginAgain form={form} onBegin={() => void beginAgain()} />}
      >
        <VisitFormScreen key={key} timeline={timeline} draft={draft} draftKey={key} child={child} form={form} />
      </UnderProtocol>
    );
  }
  return (
    <Screen title={t(`visit.title.${form}`)} task>
      {ready.kind === 'loading' ? (
        <WaitingForStore />
      ) : (
        <EmptyState icon="question" title={t(ready.kind === 'absent' ? 'shell.story-absent' : 'shell.story-failed')} />
      )}
    </Screen>
  );
};
