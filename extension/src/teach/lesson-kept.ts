/**
 * A lesson that a reload interrupts, kept for its tab until it is saved, given up, or the tab closes. In the extension's
 * session storage: in memory alone, out of reach of pages. Places only: no value, sample or text that holds a word of a patient.
 */
import type { Recipe } from '@claimside/shared/recipe';
import { browser } from 'wxt/browser';

export interface KeptLesson {
  readonly origin: string;
  /** The pairing that it was taught under. */
  readonly deviceId: string;
  readonly recipe: Recipe;
  /** The practice has what was taught here before switched off. */
  readonly isOff: boolean;
}

const keyOf = (tabId: number): string => `lesson-${tabId}`;

/** In turn with what is kept and forgotten before and after it, however long making it takes. */
export const keepLesson = (tabId: number, make: () => Promise<KeptLesson | undefined>): Promise<void> =>
  inTurn(tabId, async () => {
    const lesson = await make();
    if (lesson) await browser.storage.session.set({ [keyOf(tabId)]: lesson });
  });

/** Undefined for another site or pairing than it is of. */
export async function lessonKept(
  tabId: number,
  of: Pick<KeptLesson, 'origin' | 'deviceId'>,
): Promise<KeptLesson | undefined> {
  const kept = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)] as KeptLesson | undefined;
  return kept?.origin === of.origin && kept.deviceId === of.deviceId ? kept : undefined;
}

/** Of whatever site: the panel looks which it is of. */
export async function isLessonKept(tabId: number): Promise<boolean> {
  return keyOf(tabId) in (await browser.storage.session.get(keyOf(tabId)));
}

export const forgetLesson = (tabId: number): Promise<void> =>
  inTurn(tabId, () => browser.storage.session.remove(keyOf(tabId)));

async function inTurn(tabId: number, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(keyOf(tabId), work);
}

/** In the worker: with its tab, a lesson is gone. */
export const forgetLessonsOfClosedTabs = (): void =>
  browser.tabs.onRemoved.addListener((tabId) => void forgetLesson(tabId));
