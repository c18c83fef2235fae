/** Pages that change under the reader between the press and the send, or leave: the send is refused and the reason said. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pressBill, sidebarText } from '../browser/index.ts';
import { holdQuestion } from '../journeys/hold-question.ts';
import { type HostileDesk, openHostileDesk } from './desk.ts';
import { visitMarkup } from './pages.ts';
import { sampleOf } from './sample.ts';

let desk: HostileDesk;
let page: Page;

beforeAll(async () => {
  desk = await openHostileDesk();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

const OTHER = JSON.stringify(
  visitMarkup({
    instead: [
      ['value="Quintero"', 'value="Examplesson"'],
      ['value="Marta"', 'value="Tobias"'],
      ['value="04/12/1978"', 'value="02/03/1990"'],
    ],
  }),
);
const OTHER_NAME = `document.querySelector('#last').value = 'Examplesson'; document.querySelector('#first').value = 'Tobias'`;

/** What the page does after the press, before it is asked whose chart it shows. */
const MOVES = {
  'renames its patient and says that it went nowhere': `${OTHER_NAME}; history.replaceState(null, '', location.href)`,
  'renames its patient and puts the address of before back': `history.pushState(null, '', '/elsewhere'); ${OTHER_NAME}; history.back()`,
  'puts another chart`s body in the place of its own': `document.body.innerHTML = new DOMParser().parseFromString(${OTHER}, 'text/html').body.innerHTML`,
  'changes one code': `[...document.querySelectorAll('td')].find((cell) => cell.textContent === '99214').textContent = '99215'`,
  'puts a shadow root with another code in the place of one': `const cell = [...document.querySelectorAll('td')].find((cell) => cell.textContent === '99214'); cell.innerHTML = '<span></span>'; cell.firstChild.attachShadow({ mode: 'open' }).innerHTML = '99215'`,
  'takes a service away': `[...document.querySelectorAll('tr')].find((row) => row.textContent.includes('20610')).remove()`,
  'puts a second patient beside the first': `document.body.insertAdjacentHTML('afterbegin', '<fieldset><legend>Patient</legend><label>Last name <input value="Examplesson"></label><label>First name <input value="Tobias"></label></fieldset>')`,
  'empties itself': `document.body.replaceChildren()`,
};

test.each(sampleOf(Object.entries(MOVES), 5))(
  'a page that %s between the press and the send is not billed from',
  async (_, move) => {
    const opened = await desk.openVisit();
    page = opened.page;
    await refuses(opened.sidebar, () => page.evaluate(move));
  },
);

/** Presses, lets the page act while the question of whose chart it is waits, and sees that nothing is sent. */
async function refuses(sidebar: Frame, act: () => Promise<unknown>): Promise<void> {
  const before = (await desk.claims()).length;
  const question = await holdQuestion(sidebar);
  await pressBill(page, sidebar);
  await question.asked();
  await act();
  await question.letGo();
  await sidebarText(sidebar, 'Not sent: ');
  expect((await desk.claims()).length).toBe(before);
}

/** Ways in which the page is left altogether, or becomes another one under the same address. */
const LEAVES = {
  'loads itself anew': 'location.reload()',
  'writes another chart into the same document': `document.open(); document.write(${OTHER}); document.close()`,
  'takes its root away': `document.documentElement.remove()`,
  'goes to another chart': (url: string) => `location.href = ${JSON.stringify(url)}`,
  'is refreshed by a tag':
    "document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0' }))",
  'goes to a blob of another chart': `location.href = URL.createObjectURL(new Blob([${OTHER}], { type: 'text/html' }))`,
  'goes to a page of nobody`s': "location.href = 'about:blank'",
};

test.each(sampleOf(Object.entries(LEAVES), 5))(
  'a page that %s at the press takes the sidebar with it, and nothing is billed',
  async (_, leave) => {
    const opened = await desk.openVisit();
    page = opened.page;
    const before = (await desk.claims()).length;
    const question = await holdQuestion(opened.sidebar);
    await pressBill(page, opened.sidebar);
    await question.asked();
    const gone = new Promise<void>((resolve) => {
      page.on('framedetached', (frame) => {
        if (frame === opened.sidebar) resolve();
      });
    });
    const move = typeof leave === 'string' ? leave : leave(desk.pages.visit());
    // Later, so that this question is answered before the page is left.
    await page.evaluate(`setTimeout(() => { ${move} })`);
    await gone;
    expect((await desk.claims()).length).toBe(before);
  },
);
