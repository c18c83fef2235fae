/** What a person sees in the sidebar, as plain text that a test can show whole. */
import { type ClaimStatus, STATUS_INFO } from '@claimside/shared/lifecycle';
import type { Frame } from 'puppeteer';
import { IN_ANY_TAB } from '../browser/index.ts';

/** The card of a visit that is not billed yet. */
export async function shownVisit(frame: Frame) {
  await frame.waitForSelector('.bill-bar');
  return frame.evaluate(() => {
    const text = (found: Element | null | undefined) => found?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const summary = (group: string) =>
      text(document.querySelector(`section[aria-label="${group}"] .group-summary`));
    const values = (row: Element) =>
      [...row.querySelectorAll<HTMLInputElement>('.letter, input')].map((part) => part.value || text(part));
    return {
      patient: text(document.querySelector('.head-title')),
      address: summary('Patient'),
      coverage: summary('Coverage'),
      visit: summary('Visit'),
      diagnoses: [...document.querySelectorAll('.diagnosis:has(.letter)')].map((row) =>
        values(row).join(' '),
      ),
      lines: [...document.querySelectorAll('.line-row')].map((row) => values(row).join(' | ')),
      total: text(document.querySelector('.line-total strong')),
      more: [...document.querySelectorAll('.visit > .extra .group-summary')].map(text),
      findings: [...document.querySelectorAll('.visit .finding p')].map(text),
      button: text(document.querySelector('.bill-bar .button.main')),
    };
  });
}

/** The claim of a visit that was billed. */
export async function shownClaim(frame: Frame) {
  await frame.waitForSelector('.money-parts');
  return inView(frame);
}

/** `money` is empty for a clinician. */
function inView(frame: Frame) {
  return frame.evaluate(() => {
    const text = (selector: string) =>
      document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    return {
      status: text('.claim-status .status'),
      why: [...document.querySelectorAll('.next p, .next summary, .next details .mono')]
        .map((part) => part.textContent)
        .join(' '),
      money: [...document.querySelectorAll('.money-parts > span')].map((part) => part.textContent).join(' '),
      steps: [...document.querySelectorAll('.step-title')].map((step) =>
        [...step.childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map((node) => node.nodeValue)
          .join('')
          .trim(),
      ),
    };
  });
}

/** Waits until the claim in view has this status, by what the server sends and not by looking again. */
export async function claimShows(frame: Frame, status: ClaimStatus) {
  await progressShows(frame, status);
  return shownClaim(frame);
}

/** The same as a clinician, who sees none of its money. */
export async function progressShows(frame: Frame, status: ClaimStatus) {
  await frame.waitForFunction(
    (word) => document.querySelector('.claim-status .status')?.textContent === word,
    IN_ANY_TAB,
    STATUS_INFO[status].label,
  );
  return inView(frame);
}
