/** A visit on its way to the page of its superbill: in the browser's memory alone, until it is closed. */
import { SelfPayVisit } from '@claimside/shared/api';

/** As much of `chrome.storage.session` as is needed. */
export interface Kept {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const KEY = 'visits-for-superbills';
/** Papers that are open at once. */
const MOST = 10;

/** Gives the id by which the page finds it. */
export async function keepVisit(kept: Kept, visit: SelfPayVisit): Promise<string> {
  const id = crypto.randomUUID();
  const others = Object.entries(await all(kept)).slice(1 - MOST);
  await kept.set({ [KEY]: Object.fromEntries([...others, [id, visit]]) });
  return id;
}

/** Undefined once the browser was closed, or many were made since. */
export async function keptVisit(kept: Kept, id: string): Promise<SelfPayVisit | undefined> {
  const read = SelfPayVisit.safeParse((await all(kept))[id]);
  return read.success ? read.data : undefined;
}

async function all(kept: Kept): Promise<Record<string, unknown>> {
  const found = (await kept.get(KEY))[KEY];
  return typeof found === 'object' && found !== null ? { ...found } : {};
}
