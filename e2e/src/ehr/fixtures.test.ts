/** Fixtures of EHRs, served at the addresses of the product, give to the last word the capture that stands beside them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answering, startAnswering } from '../browser/index.ts';
import { casesOf, ehrFolders, fixtureText } from '../scorecard/cases.ts';
import { ask } from './extension.ts';

/** Answered by the test itself: nothing listens there. */
const ORIGIN = 'http://fixtures.localhost:8';

const CASES = ehrFolders()
  .flatMap(casesOf)
  .filter(({ capture }) => capture !== undefined)
  .map((one) => [one.ehr, one.name, one] as const);

let site: Answering;
beforeAll(async () => {
  site = await startAnswering(ORIGIN);
});
afterAll(() => site?.close());

test.each(CASES)('%s: %s', async (_ehr, _name, one) => {
  const { documents, capture } = one;
  const answer = ({ origin, pathname, search }: URL) => {
    const fixture = origin === ORIGIN ? documents[pathname + search] : undefined;
    return fixture === undefined ? undefined : fixtureText(one, fixture);
  };
  const read = await site.with(`${ORIGIN}${Object.keys(documents)[0]}`, answer, (page) =>
    ask(site.asker, page.url(), { type: 'page/read' }),
  );
  expect(withoutIds(read)).toEqual(capture);
});

/** Made anew at each reading, or a digest of what stands beside it. */
const NOT_EXPECTED: readonly string[] = ['placeId', 'documentId', 'content'];

/** What is the same at every reading. */
function withoutIds(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (NOT_EXPECTED.includes(key) ? undefined : part)),
  );
}
