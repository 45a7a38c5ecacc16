/**
 * The app in the cache of the phone. A new version is fetched when there is network and waits; the worker starts it
 * when she likes, or it starts by itself the next time the app is opened.
 */
import { signal } from '@preact/signals';

/** A new version is ready, and starts on the next opening. */
export const updateReady = signal(false);
/** Everything is in the phone: the app works without network from now on. */
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

/** Starts the new version: half-filled forms are in the store, and open again after the PIN. */
export const startUpdate = async (): Promise<void> => {
  const registration = await navigator.serviceWorker.getRegistration();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
};
