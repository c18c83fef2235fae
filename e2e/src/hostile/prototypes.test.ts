/** Pages that change what scripts and documents are made of, before ours comes: our world has its own. */
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ask } from '../ehr/extension.ts';
import { type ReadingBesideHostilePages, startReading } from './reading.ts';
import { sampleOf } from './sample.ts';

let beside: ReadingBesideHostilePages;
let honest: Awaited<ReturnType<ReadingBesideHostilePages['readPlain']>>;
let page: Page;

beforeAll(async () => {
  beside = await startReading();
  page = await beside.open(beside.pages.visit());
  honest = await beside.readPlain(page);
  await page.close();
});
afterEach(() => page?.close());
afterAll(() => beside?.close());

/** Each replaces what a script would use; `heard` is told when somebody did. */
const PATCHES = {
  'methods of arrays, texts and patterns':
    'for (const type of [Array, String, RegExp, Map, Set, WeakMap]) for (const name of Object.getOwnPropertyNames(type.prototype)) try { if (typeof type.prototype[name] === "function" && name !== "constructor") type.prototype[name] = () => heard(name) } catch {}',
  'JSON, promises and timers':
    'JSON.stringify = JSON.parse = () => heard("json"); Promise.prototype.then = () => heard("then"); window.setTimeout = window.requestIdleCallback = window.requestAnimationFrame = () => heard("timer")',
  'observers and listeners':
    'window.MutationObserver = window.IntersectionObserver = window.ResizeObserver = class { constructor() { heard("observer") } }; EventTarget.prototype.addEventListener = function (type) { heard(type) }',
  'shadow roots and custom elements':
    'Element.prototype.attachShadow = function () { heard(this) }; customElements.define = customElements.get = () => heard("define")',
  'every way to find an element':
    'for (const type of [Document, Element, DocumentFragment]) for (const name of ["querySelector", "querySelectorAll", "getElementsByTagName", "closest", "matches"]) type.prototype[name] = () => heard(name); Document.prototype.getElementById = () => heard("id")',
  'what fields, cells and texts say':
    'for (const [type, name] of [[HTMLInputElement, "value"], [Node, "textContent"], [Node, "nodeValue"], [HTMLElement, "innerText"], [HTMLSelectElement, "selectedOptions"]]) Object.defineProperty(type.prototype, name, { get: () => heard(name) ?? "99215" })',
  'windows, locations and frames':
    'for (const name of ["defaultView", "documentElement", "body", "activeElement", "visibilityState"]) Object.defineProperty(document, name, { get: () => heard(name) }); for (const name of ["contentDocument", "contentWindow"]) Object.defineProperty(HTMLIFrameElement.prototype, name, { get: () => heard(name) })',
  'whether an element is seen':
    'Element.prototype.checkVisibility = () => heard("visible") ?? true; Element.prototype.getBoundingClientRect = () => heard("rect") ?? new DOMRect(0, 0, 9, 9); window.getComputedStyle = () => heard("style")',
  'an extension interface of its own':
    'window.chrome = window.browser = { runtime: new Proxy({ id: "kjhlppfnkigbdhcgdjpddlmdnilonohn" }, { get: (own, name) => heard(name) ?? (() => heard(name)) }) }',
};

test.each(sampleOf(Object.entries(PATCHES), 4))(
  '%s, all replaced, are neither used nor heard of',
  async (_, patch) => {
    const script = `window.heardOf = []; { const push = heardOf.push.bind(heardOf); const heard = (what) => { push(what); }; ${patch} }`;
    page = await beside.open(beside.pages.visit({ script }));
    expect(await beside.readPlain(page)).toEqual(honest);
    expect(await ask(beside.asker, page.url(), { type: 'page/sidebar', action: 'open' })).toEqual({
      open: true,
    });
    expect(await page.evaluate('heardOf')).toEqual([]);
  },
);

/** What a script asks of a document or a form, and a page may give as the name of an element. */
const NAMES =
  'querySelector querySelectorAll documentElement body head defaultView createElement createTreeWalker addEventListener getElementById activeElement visibilityState location readyState append children childNodes parentElement attributes localName nodeType textContent checkVisibility closest getAttribute'.split(
    ' ',
  );

test('elements that bear the names of what documents and forms can do hide none of it', async () => {
  const named = NAMES.map((name) => `<img name="${name}" id="${name}" hidden>`).join('');
  const fields = NAMES.map((name) => `<input type="hidden" name="${name}">`).join('');
  page = await beside.open(
    beside.pages.visit({
      above: `${named}<form>${fields}`,
      below: `${named}<form name="forms">${fields}</form>`,
    }),
  );
  expect(await page.evaluate(() => typeof document.querySelectorAll)).toBe('object');
  expect(await beside.readPlain(page)).toEqual(honest);
});

/** As Medplum's pages are known: read by what their components hold, in the page's own world. */
const statePage = (script: string) =>
  beside.pages.page(
    `<!doctype html><script>${script}</script><body><div id="root" class="mantine-Text-root">Nobody</div>`,
    {},
    `/Patient/${crypto.randomUUID()}/Encounter/1`,
  );

test.each([
  ['makes every object a promise that is never kept', 'Object.prototype.then = () => {}'],
  [
    'answers with a million patients',
    'document.addEventListener("DOMContentLoaded", () => { root.__reactFiber$x = { memoizedProps: { patient: Array.from({ length: 1_000_000 }, (_, id) => ({ resourceType: "Patient", id })) } } })',
  ],
  [
    'answers with what holds itself',
    'Object.defineProperty(Object.prototype, "patient", { get() { return this } })',
  ],
  [
    'throws at every turn',
    'Document.prototype.querySelectorAll = () => { throw new Error("no") }; Object.keys = () => { throw new Error("no") }',
  ],
])('a page whose state is asked for and that %s is answered for all the same', async (_, script) => {
  page = await beside.open(statePage(script));
  const { ehr, lines, fields } = await beside.readPlain(page);
  expect({ ehr, lines, fields }).toEqual({ ehr: 'medplum', lines: [], fields: {} });
});
