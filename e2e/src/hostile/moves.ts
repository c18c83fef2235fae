/** What a page does between the press of the bill button and the send: scripts that run in its own world. */
import { type VisitPage, visitMarkup } from './pages.ts';

/** Another patient's visit of the same day, with a code, a member and a chart number that the honest one does not have. */
export const OTHER_CHART: VisitPage = {
  instead: [
    ['value="Quintero"', 'value="Examplesson"'],
    ['value="Marta"', 'value="Tobias"'],
    ['value="04/12/1978"', 'value="02/03/1990"'],
    ['value="MRN-00417"', 'value="MRN-00999"'],
    ['<dd>W123456789</dd>', '<dd>W987654321</dd>'],
    ['<td>99214</td>', '<td>99213</td>'],
  ],
};
const OTHER = JSON.stringify(visitMarkup(OTHER_CHART));
const OTHER_NAME = `document.querySelector('#last').value = 'Examplesson'; document.querySelector('#first').value = 'Tobias'`;

const MARKS = { Marta: /Quintero|W123456789|99214/, Tobias: /Examplesson|W987654321|99213/ };

/** By every word of a claim that only one of the two charts has: Marta's is the honest one. */
export const ownersOf = (claim: unknown): string[] =>
  Object.entries(MARKS).flatMap(([name, mark]) => (mark.test(JSON.stringify(claim)) ? [name] : []));

/** What the page does after the press, before it is asked whose chart it shows. */
export const MOVES = {
  'renames its patient and says that it went nowhere': `${OTHER_NAME}; history.replaceState(null, '', location.href)`,
  'renames its patient and puts the address of before back': `history.pushState(null, '', '/elsewhere'); ${OTHER_NAME}; history.back()`,
  'puts another chart`s body in the place of its own': `document.body.innerHTML = new DOMParser().parseFromString(${OTHER}, 'text/html').body.innerHTML`,
  'changes one code': `[...document.querySelectorAll('td')].find((cell) => cell.textContent === '99214').textContent = '99215'`,
  'puts a shadow root with another code in the place of one': `const cell = [...document.querySelectorAll('td')].find((cell) => cell.textContent === '99214'); cell.innerHTML = '<span></span>'; cell.firstChild.attachShadow({ mode: 'open' }).innerHTML = '99215'`,
  'takes a service away': `[...document.querySelectorAll('tr')].find((row) => row.textContent.includes('20610')).remove()`,
  'puts a second patient beside the first': `document.body.insertAdjacentHTML('afterbegin', '<fieldset><legend>Patient</legend><label>Last name <input value="Examplesson"></label><label>First name <input value="Tobias"></label></fieldset>')`,
  'empties itself': `document.body.replaceChildren()`,
};

/** Ways in which the page is left altogether, or becomes another one under the same address; `other` is an address to go to. */
export const LEAVES: Readonly<Record<string, (other: string) => string>> = {
  'loads itself anew': () => 'location.reload()',
  'writes another chart into the same document': () =>
    `document.open(); document.write(${OTHER}); document.close()`,
  'takes its root away': () => 'document.documentElement.remove()',
  'goes to another chart': (other) => `location.href = ${JSON.stringify(other)}`,
  'is refreshed by a tag': () =>
    "document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0' }))",
  'goes to a blob of another chart': () =>
    `location.href = URL.createObjectURL(new Blob([${OTHER}], { type: 'text/html' }))`,
  'goes to a page of nobody`s': () => "location.href = 'about:blank'",
};
