/**
 * A family that arrived: the sender, the family, how much of it is new here, and what cannot be added. « Recevoir ? »
 */
import { type KnownCentre, keepCentre, newsOf } from '@denba/device/centres/known-centres';
import { type ArrivalProblem, type ArrivedFamily, openFamilyParcel } from '@denba/device/centres/open-family-parcel';
import { receiveFamily } from '@denba/device/centres/receive-family';
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import type { FamilyId } from '@denba/records/ids';
import { useEffect, useState } from 'preact/hooks';
import { saveProblem } from '../shell/record/save-problem.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { ArrivedFacts } from './arrived-facts.view.tsx';
import { CodeNewsNotice, isChange } from './code-news.view.tsx';
import { type Compared, CompareWord, isBelieved } from './compare-word.view.tsx';
import { readOwnCode } from './read-own-code.ts';

type Props = {
  readonly read: () => Promise<string | null>;
  readonly book: readonly KnownCentre[];
  readonly onBook: () => Promise<void>;
  /** Called when the parcel is no longer needed: discards it. */
  readonly onEnd: () => Promise<void>;
  readonly onReceived: (family: FamilyId) => Promise<void>;
  readonly onLater: () => void;
};

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly name: string }
  | { readonly kind: 'problem'; readonly problem: ArrivalProblem['kind'] }
  | { readonly kind: 'opened'; readonly arrived: ArrivedFamily };

export const ArrivedFamilyView = ({ read, book, onBook, onEnd, onReceived, onLater }: Props) => {
  const workspace = useWorkspace();
  const { session, today } = workspace;
  const [state, setState] = useState<State>({ kind: 'opening' });
  const [compared, setCompared] = useState<Compared | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const fail = (error: unknown): void => setState({ kind: 'failed', name: nameOf(error) });
  const open = async (): Promise<void> => {
    setState({ kind: 'opening' });
    const text = await read();
    const opened = await openFamilyParcel(text ?? '', { session, own: await readOwnCode(workspace) });
    setState(opened.ok ? { kind: 'opened', arrived: opened.value } : { kind: 'problem', problem: opened.error.kind });
  };
  // Opened once, on mount: the view's key is the parcel.
  useEffect(() => void open().catch(fail), []);

  if (state.kind === 'opening') return <ProgressBar value={null} label={t('centres.opening')} />;
  if (state.kind === 'failed') {
    return (
      <>
        <Notice kind="warning" title={t('centres.failed', { name: state.name })} />
        <Button kind="primary" full onPress={() => void open().catch(fail)}>
          {t('centres.open-again')}
        </Button>
        <Button kind="quiet" full onPress={onLater}>
          {t('centres.later')}
        </Button>
      </>
    );
  }
  if (state.kind === 'problem') {
    return (
      <>
        <Notice kind="warning" title={t(`centres.problem-${state.problem}`)} />
        <Button full onPress={() => void onEnd()}>
          {t('centres.let-go')}
        </Button>
        <Button kind="quiet" full onPress={onLater}>
          {t('centres.later')}
        </Button>
      </>
    );
  }
  const { arrived } = state;
  const { sender, joins, known } = arrived;
  const news = newsOf(book, sender, session.deviceId);
  const believed = (news.kind === 'known' && news.known.compared) || isBelieved(compared);
  const receive = async (): Promise<void> => {
    if (compared !== null) {
      const since = news.kind === 'known' ? news.known.since : today();
      await keepCentre(session.sealed, { code: sender, since, compared: compared === 'same' });
      await onBook();
    }
    const received = await receiveFamily(session, arrived, today());
    if (!received.ok) return setProblem(saveProblem(received.error));
    const family = (joins[0] ?? known[0])?.family ?? null;
    await session.audit.add('family-received', { family, phone: sender.device, entries: received.value.added });
    if (family !== null) await onReceived(family);
  };
  const tryToReceive = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    await receive().catch(fail);
    setBusy(false);
  };
  return (
    <>
      <CodeNewsNotice news={news} code={sender} />
      <ArrivedFacts arrived={arrived} />
      {joins.length === 0 ? (
        <Button kind="primary" full onPress={() => void onEnd()}>
          {t('centres.finish')}
        </Button>
      ) : (
        <>
          {news.kind === 'known' && news.known.compared ? null : (
            <CompareWord code={sender} value={compared} onChange={setCompared} strict={isChange(news)} />
          )}
          {problem === null ? null : <Notice kind="danger" title={problem} />}
          <Button
            kind="primary"
            full
            icon="download"
            busy={busy}
            disabled={!believed}
            onPress={() => void tryToReceive()}
          >
            {t('centres.receive')}
          </Button>
          <Button full onPress={() => void onEnd()}>
            {t('centres.do-not-receive')}
          </Button>
        </>
      )}
      <Button kind="quiet" full onPress={onLater}>
        {t('centres.later')}
      </Button>
    </>
  );
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Error');
