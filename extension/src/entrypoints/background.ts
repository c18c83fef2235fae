/** The background worker: closes storage to content scripts, keeps the page script registered, opens the sidebar. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerPageScripts } from '../background/page-scripts.ts';
import { toggleSidebar } from '../background/toggle.ts';
import { forgetFramesOf } from '../frames.ts';
import { registerPageScript, stopOffSites } from '../sites.ts';
import { forgetLessonsOfClosedTabs } from '../teach/lesson-kept.ts';

export default defineBackground(() => {
  void closeStorage();
  answerPageScripts();
  browser.action.onClicked.addListener(toggleSidebar);
  // Only these can change what should be registered: an update clears it, a person may withdraw a permission.
  browser.runtime.onInstalled.addListener(() => void registerPageScript());
  browser.runtime.onStartup.addListener(() => void registerPageScript());
  browser.permissions.onAdded.addListener(() => void registerPageScript());
  forgetLessonsOfClosedTabs();
  browser.permissions.onRemoved.addListener(() => void registerPageScript().then(stopOffSites));
  browser.tabs.onRemoved.addListener((tabId) => void forgetFramesOf(tabId));
});

/** Content scripts, and so a compromised page's process, can read neither area. */
async function closeStorage(): Promise<void> {
  await browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  await browser.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
