/** About this app: its version, the running protocol and its approval, and the licences. */
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { contentLanguage, t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { approvalOf } from './approval.ts';
import './more.css';

export const About = () => {
  const { protocol } = useWorkspace();
  const { content } = protocol;
  const language = contentLanguage();
  const approval = approvalOf(content.approval);
  return (
    <Disclosure summary={t('more.about')}>
      <div class="about">
        {approval.kind === 'approved' ? (
          <p>{t('more.approved', { by: approval.by, on: approval.on })}</p>
        ) : (
          <Notice kind="warning" title={t('more.not-approved')}>
            <p>{t('more.not-approved-text')}</p>
          </Notice>
        )}
        <dl class="about__facts">
          <div>
            <dt>{t('more.name')}</dt>
            <dd>{t('more.version', { version: __APP_VERSION__ })}</dd>
          </div>
          <div>
            <dt>{content.title[language]}</dt>
            <dd>{t('more.version', { version: content.version })}</dd>
          </div>
          {content.overlays.map(({ id, title }) => (
            <div key={id}>
              <dt>{title[language]}</dt>
              <dd>{t('more.overlay')}</dd>
            </div>
          ))}
          <div>
            <dt>{t('more.licence-code')}</dt>
            <dd>{t('more.licence-code-name')}</dd>
          </div>
          <div>
            <dt>{t('more.licence-content')}</dt>
            <dd>{t('more.licence-content-name')}</dd>
          </div>
        </dl>
        <p class="quiet">{t('more.open-source')}</p>
      </div>
    </Disclosure>
  );
};
