/** Opens the pages of a case in a browser, as they are or as a variant has them, and reads them. */

import type { Capture } from '@claimside/shared/capture';
import type { Recipe } from '@claimside/shared/recipe';
import type { Browser, Page } from 'puppeteer';
import { build, type Rolldown } from 'vite';
import { type Case, fixtureText } from './cases.ts';
import type { InPage } from './in-page.ts';
import { type Score, scoreOf } from './score.ts';
import { factsOf } from './truth.ts';
import type { Variant } from './variants.ts';

/** Nothing listens there: the runner answers itself. */
const HOST = 'fixtures.localhost';

/** The readers as one script, built from the sources. */
export async function readerScript(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: new URL('in-page.ts', import.meta.url).pathname, name: 'page', formats: ['iife'] },
    },
  });
  const [built] = output as Rolldown.RolldownOutput[];
  const code = built?.output.find((part) => part.type === 'chunk')?.code;
  if (code === undefined) throw new Error('The readers could not be built.');
  return code;
}

interface Pages {
  readonly documents: ReadonlyMap<string, string>;
  /** Fields that the variant took away. */
  readonly gone: ReadonlySet<string>;
}

export class Runner {
  readonly #page: Page;
  readonly #script: string;
  #documents: ReadonlyMap<string, string> = new Map();

  private constructor(page: Page, script: string) {
    this.#page = page;
    this.#script = script;
  }

  static async start(browser: Browser, script: string): Promise<Runner> {
    const runner = new Runner(await browser.newPage(), script);
    await runner.#listen();
    return runner;
  }

  /** The score of one reading; undefined where the variant has nothing to change on these pages. */
  async score(
    one: Case,
    variant: Variant | undefined,
    recipes: readonly Recipe[],
  ): Promise<Score | undefined> {
    const pages = await this.#documentsOf(one, variant);
    if (!pages) return undefined;
    const truth = variant?.truth ? variant.truth(one.truth) : one.truth;
    const left = Object.entries(truth.fields).filter(([field]) => !pages.gone.has(field));
    const facts = factsOf({ ...truth, fields: Object.fromEntries(left) });
    return scoreOf(await this.#read(one, pages.documents, recipes), facts);
  }

  async #read(
    one: Case,
    documents: ReadonlyMap<string, string>,
    recipes: readonly Recipe[],
  ): Promise<Capture> {
    this.#documents = documents;
    const [top = '/'] = documents.keys();
    await this.#page.goto(`http://${one.host ?? HOST}${top}`, { waitUntil: 'load' });
    await this.#page.evaluate(this.#script);
    if (one.scrolled !== undefined)
      await this.#page.evaluate(
        (css, given) => (globalThis as unknown as { scorecard: InPage }).scorecard.scroll(css, given),
        one.scrolled,
        recipes as Recipe[],
      );
    return this.#page.evaluate(
      (given) => (globalThis as unknown as { scorecard: InPage }).scorecard.read(given),
      recipes as Recipe[],
    );
  }

  async #documentsOf(one: Case, variant: Variant | undefined): Promise<Pages | undefined> {
    const documents = new Map(
      Object.entries(one.documents).map(([address, file]) => [address, fixtureText(one, file)]),
    );
    const gone = new Set<string>();
    if (!variant) return { documents, gone };
    this.#documents = new Map([['/', '<!doctype html><title>Variants</title>']]);
    await this.#page.goto(`http://${HOST}/`);
    await this.#page.evaluate(this.#script);
    let changed = false;
    for (const [address, text] of documents) {
      const next = await this.#page.evaluate(
        (name, given, truth) =>
          (globalThis as unknown as { scorecard: InPage }).scorecard.change(name, given, truth),
        variant.name,
        text,
        one.truth,
      );
      changed ||= next !== null;
      if (next === null) continue;
      documents.set(address, next.text);
      for (const field of next.gone) gone.add(field);
    }
    return changed ? { documents, gone } : undefined;
  }

  async #listen(): Promise<void> {
    await this.#page.setRequestInterception(true);
    this.#page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      // What is behind # in an address never leaves the browser.
      const [, body] =
        [...this.#documents].find(([address]) => address.split('#')[0] === pathname + search) ?? [];
      void request.respond(
        body === undefined
          ? { status: 404, contentType: 'text/html' }
          : { contentType: 'text/html; charset=utf-8', body },
      );
    });
  }
}
