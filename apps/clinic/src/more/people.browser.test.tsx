/** Tests the users of a phone: adding, changing the PIN, removing, but never the last one. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openPhone, PIN, type ShownPhone } from '../../test/show-screen.tsx';
import { peopleNames } from '../shell/record/people-names.ts';
import { t } from '../shell/words/language.ts';
import { AuditScreen } from './audit.view.tsx';
import { PeopleScreen } from './people.view.tsx';

let phone: ShownPhone;

beforeEach(async () => {
  phone = await openPhone();
  phone.show(<PeopleScreen />);
});
afterEach(() => phone.end());

const typePin = (pin: string): Promise<void> => userEvent.keyboard(pin);

const addFanta = async (pin: string): Promise<void> => {
  await page.getByRole('button', { name: t('people.add') }).click();
  await page.getByLabelText(t('people.name')).fill('Fanta Diarra');
  await page.getByRole('button', { name: t('people.next') }).click();
  await expect.element(page.getByRole('heading', { name: t('start.choose-pin') })).toBeVisible();
  await typePin(pin);
  await expect.element(page.getByRole('heading', { name: t('start.repeat-pin') })).toBeVisible();
  await typePin(pin);
  await expect.element(page.getByText(t('people.added', { name: 'Fanta Diarra' }))).toBeVisible();
};

describe('the people of a phone', () => {
  it('may become one more, who opens it with her own PIN', async () => {
    await addFanta('246813');
    const fanta = phone.device.users().find(({ name }) => name === 'Fanta Diarra');
    expect(fanta).toBeDefined();
    const opened = await phone.device.unlock(fanta?.id ?? '', '246813');
    expect(opened.ok).toBe(true);
  });

  it('have different names', async () => {
    await page.getByRole('button', { name: t('people.add') }).click();
    await page.getByLabelText(t('people.name')).fill('aminata coulibaly');
    await expect.element(page.getByText(t('people.name-taken'))).toBeVisible();
    await expect.element(page.getByRole('button', { name: t('people.next') })).toBeDisabled();
  });

  it('give the present PIN before they change it', async () => {
    await page.getByRole('button', { name: t('people.change-pin') }).click();
    await expect.element(page.getByRole('heading', { name: t('people.present-pin') })).toBeVisible();
    await typePin('111222');
    await expect.element(page.getByText(t('start.wrong-pin', { count: 1 }))).toBeVisible();
    await typePin(PIN);
    await expect.element(page.getByRole('heading', { name: t('start.choose-pin') })).toBeVisible();
    await typePin('908172');
    await expect.element(page.getByRole('heading', { name: t('start.repeat-pin') })).toBeVisible();
    await typePin('908172');
    await expect.element(page.getByText(t('people.pin-changed'))).toBeVisible();
    const { user } = phone.workspace.session;
    expect((await phone.device.unlock(user.id, '908172')).ok).toBe(true);
    expect((await phone.device.unlock(user.id, PIN)).ok).toBe(false);
  });

  it('are given another PIN by one who has hers, when they forgot theirs, and stay who they were', async () => {
    await addFanta('246813');
    const fanta = phone.device.users().find(({ name }) => name === 'Fanta Diarra')?.id ?? '';
    await page.getByRole('button', { name: /Fanta Diarra/ }).click();
    await page.getByRole('button', { name: t('people.give-pin') }).click();
    await expect.element(page.getByText(t('people.hand-over', { name: 'Fanta Diarra' }))).toBeVisible();
    await typePin('518203');
    await expect.element(page.getByRole('heading', { name: t('start.repeat-pin') })).toBeVisible();
    await typePin('518203');
    await expect.element(page.getByText(t('people.pin-given', { name: 'Fanta Diarra' }))).toBeVisible();
    expect((await phone.device.unlock(fanta, '246813')).ok).toBe(false);
    const opened = await phone.device.unlock(fanta, '518203');
    expect(opened.ok && opened.value.user.id).toBe(fanta);
    phone.show(<AuditScreen />);
    await expect.element(page.getByText(t('audit.pinChanged', { who: 'Fanta Diarra', family: '' }))).toBeVisible();
  });

  it('may leave; their names stay with what they wrote, and the log tells it', async () => {
    await addFanta('246813');
    const fanta = phone.device.users().find(({ name }) => name === 'Fanta Diarra');
    await page.getByRole('button', { name: /Fanta Diarra/ }).click();
    await page.getByRole('button', { name: t('people.remove'), exact: true }).click();
    await page.getByRole('button', { name: t('people.remove-yes') }).click();
    await expect.element(page.getByText(t('people.removed', { name: 'Fanta Diarra' }))).toBeVisible();
    expect(phone.device.users()).toHaveLength(1);
    const names = await peopleNames(phone.device, phone.workspace.session.sealed);
    expect(names.get(fanta?.id ?? '')).toBe('Fanta Diarra');
    phone.show(<AuditScreen />);
    await expect.element(page.getByText(t('audit.userRemoved', { who: 'Fanta Diarra', family: '' }))).toBeVisible();
  });

  it('do not leave by one tap: it asks first, says what happens, and has a way back', async () => {
    await addFanta('246813');
    await page.getByRole('button', { name: /Fanta Diarra/ }).click();
    await page.getByRole('button', { name: t('people.remove'), exact: true }).click();
    await expect
      .element(page.getByRole('dialog', { name: t('people.remove-sure', { name: 'Fanta Diarra' }) }))
      .toBeVisible();
    await expect.element(page.getByText(t('people.remove-text'))).toBeVisible();
    // A second tap or Enter by mistake keeps her.
    await expect.element(page.getByRole('button', { name: t('people.remove-no') })).toHaveFocus();
    expect((await axe.run(phone.place)).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: t('people.remove-no') }).click();
    await expect.element(page.getByRole('button', { name: t('people.give-pin') })).toBeVisible();
    expect(phone.device.users()).toHaveLength(2);
    await page.getByRole('button', { name: t('people.remove'), exact: true }).click();
    await page.getByRole('button', { name: t('people.close') }).click();
    await page.getByRole('button', { name: /Fanta Diarra/ }).click();
    await expect.element(page.getByRole('button', { name: t('people.give-pin') })).toBeVisible();
    expect(phone.device.users()).toHaveLength(2);
  });

  it('are named without the letter in the circle, which is only for the eye', async () => {
    await addFanta('246813');
    await expect.element(page.getByRole('button', { name: /^Fanta Diarra/ })).toBeVisible();
  });

  it('cannot be nobody: the last person has no way out', async () => {
    expect(page.getByText(t('people.change'), { exact: true }).elements()).toHaveLength(0);
    expect(page.getByText(t('people.remove')).elements()).toHaveLength(0);
  });

  it('are told when this browser has no fingerprint to offer, or are offered it', async () => {
    const offered = await phone.device.fingerprintOffered();
    const words = offered ? t('people.fingerprint-on') : t('people.fingerprint-not-offered');
    await expect.element(page.getByText(words)).toBeVisible();
  });

  it('meet nothing that a screen reader stumbles over', async () => {
    await addFanta('246813');
    expect((await axe.run(phone.place)).violations.map(({ id }) => id)).toEqual([]);
  });
});
