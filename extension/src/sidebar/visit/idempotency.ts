/**
 * The key under which a visit is sent: made once, kept until the server has answered, so that a try after a lost
 * answer can't make a second claim. Holds a hash and a random id, no patient data.
 */

/** As much of `chrome.storage.session` as is needed. */
export interface KeyStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

const nameOf = (visitKey: string) => `idempotency-${visitKey}`;

/** The visit's key; the same until it is dropped. */
export async function keepKey(storage: KeyStorage, visitKey: string, newKey: () => string): Promise<string> {
  const name = nameOf(visitKey);
  const kept = (await storage.get(name))[name];
  if (typeof kept === 'string') return kept;
  const made = newKey();
  await storage.set({ [name]: made });
  return made;
}

/** To be called once the server has answered for certain. */
export async function dropKey(storage: KeyStorage, visitKey: string): Promise<void> {
  await storage.remove(nameOf(visitKey));
}
