/** Tests that a printed note of the training centre says that its family is simulated. */
import { afterEach, expect, it } from 'vitest';
import { openPhone, type ShownPhone } from '../../../test/show-screen.tsx';
import { loadProtocol } from '../../shell/protocol/protocol.ts';
import { t } from '../../shell/words/language.ts';
import type { Mode } from '../../shell/workspace.ts';
import { fullReferral } from '../code/note-example.ts';
import { NotePaper } from './note-paper.view.tsx';

const protocol = await loadProtocol();
let phone: ShownPhone;
afterEach(() => phone.end());

const paperIn = async (mode: Mode): Promise<string> => {
  phone = await openPhone({ mode, protocol });
  phone.show(<NotePaper note={fullReferral} code={null} fingerprint={null} protocol={protocol.content} />);
  await expect.poll(() => phone.place.querySelector('article')).not.toBeNull();
  return phone.place.querySelector('article')?.textContent ?? '';
};

it('a note of the training centre is marked on the paper', async () => {
  expect(await paperIn('training')).toContain(t('shell.training-banner'));
});

it('a note of a real centre is not', async () => {
  expect(await paperIn('care')).not.toContain(t('shell.training-banner'));
});
