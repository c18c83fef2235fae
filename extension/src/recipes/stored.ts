/**
 * The practice's recipes as this browser last had them from its server. Kept in the extension's local storage: selectors,
 * labels and shapes, nothing of a patient; so an EHR is read though the server is away.
 */
import type { PracticeRecipe } from '@claimside/shared/api';
import { browser } from 'wxt/browser';
import { type Credentials, loadCredentials } from '../ui/server/credentials.ts';
import { tellPages } from './tell-pages.ts';

const KEY = 'recipes';
/** Asked for again after so long, in milliseconds. */
const FRESH = 10 * 60_000;
const TIMEOUT = 10_000;
/** A server that is away is not asked again for so long. */
const REST = 60_000;
const LONGEST_WAIT = 1_500;

interface Stored {
  /** They are of the practice that this device was paired with. */
  readonly deviceId: string;
  readonly at: number;
  readonly recipes: readonly PracticeRecipe[];
}

/** As stored; none while this browser is not paired. Asks the server in the background when they are old. */
export async function practiceRecipes(): Promise<readonly PracticeRecipe[]> {
  const credentials = await loadCredentials();
  if (!credentials) return [];
  const stored = await readStored(credentials.deviceId);
  if (stored && Date.now() - stored.at < FRESH) return stored.recipes;
  const fetched = askOnce(credentials, stored);
  if (stored) return stored.recipes;
  // The first time there is nothing to read by meanwhile; a page does not wait long, and is told when they come later.
  const nothingYet = new Promise<readonly PracticeRecipe[]>((done) =>
    setTimeout(() => done([]), LONGEST_WAIT),
  );
  return Promise.race([fetched, nothingYet]);
}

/** Keeps what the server gave, and every open page is read by it at once. */
export async function putToUse(recipes: readonly PracticeRecipe[]): Promise<void> {
  await storeRecipes(recipes);
  await tellPages();
}

async function storeRecipes(recipes: readonly PracticeRecipe[]): Promise<void> {
  const credentials = await loadCredentials();
  if (!credentials) return;
  const stored: Stored = { deviceId: credentials.deviceId, at: Date.now(), recipes };
  await browser.storage.local.set({ [KEY]: stored });
}

/** The question that is on its way, or that nobody answered a moment ago: whoever asks meanwhile shares it. */
let asked: { readonly of: string; readonly at: number; readonly answer: Promise<Answer> } | undefined;
/** Undefined where the server is away, or gave something else. */
type Answer = readonly PracticeRecipe[] | undefined;

async function askOnce(
  credentials: Credentials,
  before: Stored | undefined,
): Promise<readonly PracticeRecipe[]> {
  const of = `${credentials.serverUrl} ${credentials.deviceId}`;
  if (asked?.of !== of || Date.now() - asked.at >= REST)
    asked = { of, at: Date.now(), answer: fetchRecipes(credentials, before) };
  const mine = asked;
  const recipes = await mine.answer;
  if (recipes && asked === mine) asked = undefined;
  // Without an answer the extension's own recipes stay.
  return recipes ?? [];
}

async function fetchRecipes(credentials: Credentials, before: Stored | undefined): Promise<Answer> {
  const since = Date.now();
  try {
    const response = await fetch(`${credentials.serverUrl}/api/v1/recipes`, {
      headers: { authorization: `Bearer ${credentials.token}` },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const recipes: unknown = response.ok ? await response.json() : undefined;
    if (!isRecipes(recipes)) return undefined;
    const meanwhile = await readStored(credentials.deviceId);
    // A change that was saved while this answer was on its way is newer than it.
    if (meanwhile && meanwhile.at > since) return meanwhile.recipes;
    await storeRecipes(recipes);
    if (JSON.stringify(recipes) !== JSON.stringify(before?.recipes ?? [])) void tellPages();
    return recipes;
  } catch {
    return undefined;
  }
}

/** The server checks every recipe that it stores; this tells its answer from that of any other program at the address. */
function isRecipes(answer: unknown): answer is PracticeRecipe[] {
  return (
    Array.isArray(answer) &&
    answer.every((each: { id?: unknown; change?: unknown } | null) => {
      const change = each?.change;
      const isChange =
        typeof change === 'object' && change !== null && ('off' in change || 'recipe' in change);
      return isChange && typeof each?.id === 'string';
    })
  );
}

async function readStored(deviceId: string): Promise<Stored | undefined> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  if (typeof stored !== 'object' || stored === null || !('deviceId' in stored)) return undefined;
  return stored.deviceId === deviceId ? (stored as Stored) : undefined;
}
