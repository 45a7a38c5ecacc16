/** A code that was read: whose it is, what is new about it, the word to compare, and whether to keep it in the book. */
import { type CodeNews, keepCentre } from '@denba/device/centres/known-centres';
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { PhoneCode } from '@denba/sync/courier/phone-code';
import { useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { CodeNewsNotice, isChange } from './code-news.view.tsx';
import { type Compared, CompareWord, isBelieved } from './compare-word.view.tsx';

type Props = {
  readonly code: PhoneCode;
  readonly news: CodeNews;
  readonly onKept: () => Promise<void>;
  readonly onClose: () => void;
};

export const CodeRead = ({ code, news, onKept, onClose }: Props) => {
  const { session, today } = useWorkspace();
  const [compared, setCompared] = useState<Compared | null>(null);
  const [failed, setFailed] = useState(false);
  const settled = news.kind === 'own' || (news.kind === 'known' && news.known.compared);
  const keep = async (): Promise<void> => {
    try {
      const since = news.kind === 'known' ? news.known.since : today();
      await keepCentre(session.sealed, { code, since, compared: compared === 'same' });
      await session.audit.add('centre-code-kept');
      await onKept();
    } catch {
      // When the phone is full, the book is unchanged.
      setFailed(true);
    }
  };
  return (
    <>
      <CodeNewsNotice news={news} code={code} />
      {settled ? null : <CompareWord code={code} value={compared} onChange={setCompared} strict={isChange(news)} />}
      {failed ? <Notice kind="danger" title={t('centres.not-kept')} /> : null}
      {settled ? null : (
        <Button kind="primary" full icon="save" disabled={!isBelieved(compared)} onPress={() => void keep()}>
          {t(isChange(news) ? 'centres.replace' : 'centres.keep')}
        </Button>
      )}
      <Button kind="quiet" full onPress={onClose}>
        {t(settled ? 'centres.finish' : 'centres.do-not-keep')}
      </Button>
    </>
  );
};
