/**
 * What this browser needs to speak to its practice's server. Kept in the extension origin's IndexedDB, which no page
 * and no content script can read; never in `storage.local`, never in a message.
 */
import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { browser } from 'wxt/browser';

export interface Credentials {
  /** Origin of the server, without a slash at the end. */
  readonly serverUrl: string;
  /** Bearer token of this device. */
  readonly token: string;
  readonly deviceId: string;
}

const KEY = 'credentials';
/** Id of the device that the server refused when it was last asked. */
const REFUSED = 'refused-device';
/** A counter in `storage.session` that tells the other open pages of the extension to look again. Holds no secret. */
const CHANGED = 'pairing-changed';

let store: UseStore | undefined;
const database = (): UseStore => {
  store ??= createStore('claimside', 'device');
  return store;
};

/** The paired device, or undefined while the browser is not paired. */
export async function loadCredentials(): Promise<Credentials | undefined> {
  return get<Credentials>(KEY, database());
}

export async function saveCredentials(credentials: Credentials): Promise<void> {
  await set(KEY, credentials, database());
  await tellOthers();
}

/** True when this browser has credentials and its server did not refuse them last. */
export async function isPaired(): Promise<boolean> {
  const [credentials, refused] = await Promise.all([loadCredentials(), get<string>(REFUSED, database())]);
  return credentials !== undefined && credentials.deviceId !== refused;
}

/** Keeps what the server said of this device, for those who can't ask it. */
export async function noteStanding(deviceId: string, standing: 'known' | 'refused'): Promise<void> {
  if (standing === 'refused') await set(REFUSED, deviceId, database());
  else await del(REFUSED, database());
}

/** Forgets the device in this browser; the server's half is ended by revoking it there. */
export async function forgetCredentials(): Promise<void> {
  await del(KEY, database());
  await tellOthers();
}

/** Calls back whenever any page of the extension paired or unpaired this browser. Returns the way to stop. */
export function onCredentialsChanged(listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && CHANGED in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

async function tellOthers(): Promise<void> {
  await browser.storage.session.set({ [CHANGED]: crypto.randomUUID() });
}
