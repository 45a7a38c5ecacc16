/** The running protocol, whether another one waits for the next unlock, and why a given one was not accepted. */
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import { contentLanguage, t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

export const ProtocolCard = () => {
  const { packs, protocol } = useWorkspace();
  const { chosen, trouble } = packs.news.value;
  const { content } = protocol;
  const waits = trouble === null && chosen !== null && chosen !== content.pack;
  return (
    <Card title={t('server.protocol')}>
      <p>{content.title[contentLanguage()]}</p>
      <p class="quiet">{protocolVersion(content)}</p>
      {waits ? (
        <Notice kind="info" title={t('server.protocol-waits')}>
          {t('server.protocol-waits-text')}
        </Notice>
      ) : null}
      {trouble === null ? null : (
        <Notice kind="warning" title={t(`server.protocol-${trouble.kind}`)}>
          {t('server.protocol-goes-on')}
        </Notice>
      )}
    </Card>
  );
};
