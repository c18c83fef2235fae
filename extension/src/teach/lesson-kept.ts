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

export const keepLesson = (tabId: number, lesson: KeptLesson): Promise<void> =>
  browser.storage.session.set({ [keyOf(tabId)]: lesson });

/** Undefined for another site or pairing than it is of. */
export async function lessonKept(
  tabId: number,
  of: Pick<KeptLesson, 'origin' | 'deviceId'>,
): Promise<KeptLesson | undefined> {
  const kept = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)] as KeptLesson | undefined;
  return kept?.origin === of.origin && kept.deviceId === of.deviceId ? kept : undefined;
}

export const forgetLesson = (tabId: number): Promise<void> => browser.storage.session.remove(keyOf(tabId));

/** In the worker: with its tab, a lesson is gone. */
export const forgetLessonsOfClosedTabs = (): void =>
  browser.tabs.onRemoved.addListener((tabId) => void forgetLesson(tabId));
