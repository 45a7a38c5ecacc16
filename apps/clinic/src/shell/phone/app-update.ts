/**
 * The app in the phone's cache. A new version is fetched when there is a network and then waits; the user starts it, or
 * it starts the next time the app is opened.
 */
import { signal } from '@preact/signals';

/** A new version is fetched and will start at the next opening. */
export const updateReady = signal(false);
/** The whole app is in the cache: from now on it works without network. */
const offlineReady = signal(false);

export const registerServiceWorker = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const registration = await navigator.serviceWorker.register('./sw.js');
  const watch = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller !== null) updateReady.value = true;
      if (worker.state === 'activated') offlineReady.value = true;
    });
  };
  updateReady.value = registration.waiting !== null;
  offlineReady.value = registration.active !== null;
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
};

/** Starts the new version. Half-filled forms are in the store and open again after the PIN. */
export const startUpdate = async (): Promise<void> => {
  const registration = await navigator.serviceWorker.getRegistration();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
};
