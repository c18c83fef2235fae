/** Makes a look-alike page as large as a real chart: menus, a history in a table, notes with labels. */
import type { Frame, Page } from 'puppeteer';

/** Fills all frames of the page alike until it has about so many elements; the number it then has. */
export async function fillPage(page: Page, elements: number): Promise<number> {
  const frames = page.frames().filter((frame) => !frame.url().startsWith('chrome-extension:'));
  const present = await Promise.all(frames.map(countElements));
  const missing = elements - sum(present);
  await Promise.all(frames.map((frame) => fillFrame(frame, Math.max(0, missing / frames.length))));
  return sum(await Promise.all(frames.map(countElements)));
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const countElements = (frame: Frame): Promise<number> =>
  frame.evaluate(() => document.querySelectorAll('*').length);

/** Each block has 22 elements; what it says is nothing of a visit. */
function fillFrame(frame: Frame, elements: number): Promise<void> {
  return frame.evaluate((wanted) => {
    const chart = document.createElement('div');
    const history = Array.from(
      { length: Math.round(wanted / 22) },
      (_, n) => `<section><h3>Past visits, page ${n}</h3>
        <nav><a href="#a${n}">Notes</a> <a href="#b${n}">Letters</a> <a href="#c${n}">Results</a></nav>
        <table><tr><th>Seen on</th><th>By</th><th>Reason</th></tr>
          <tr><td>${(n % 12) + 1}/14/2025</td><td>Ingrid Halvorsen</td><td>Follow-up ${n}</td></tr></table>
        <p><label>Reminder <input value="in ${n} weeks"></label> <span>seen by the front desk</span></p>
        <dl><dt>Weight</dt><dd>${60 + (n % 40)} kg</dd></dl></section>`,
    );
    chart.innerHTML = history.join('');
    document.body.append(chart);
  }, elements);
}
