/** Tests the screen of the recovery key, on a phone that takes the place of a lost one. */
import '@denba/kit/tokens.css';
import '@denba/kit/base.css';
import '../clinic.css';
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { setLanguage, t } from '../shell/words/language.ts';
import { RecoveryKey } from './recovery-key.view.tsx';

const place = document.createElement('div');
afterEach(() => {
  render(null, place);
  place.remove();
});

it.each(['fr', 'en'] as const)('says what stayed on the lost phone, beside the key, in %s', async (language) => {
  await page.viewport(320, 740);
  await setLanguage(language);
  document.body.append(place);
  const nothing = (): void => {};
  const keyOf = (note: string | null) => (
    <RecoveryKey recoveryKey="ABCD-EFGH" warning={null} note={note} onKept={nothing} onRestore={nothing} />
  );
  render(keyOf(t('start.lost-here')), place);
  await expect.element(page.getByText(t('start.lost-here'))).toBeVisible();
  await expect.element(page.getByText('ABCD-EFGH')).toBeVisible();
  expect(overflowing(place)).toEqual([]);
  expect(await axeFaults(place)).toEqual([]);
  render(keyOf(null), place);
  expect(page.getByText(t('start.lost-here')).elements()).toHaveLength(0);
});
