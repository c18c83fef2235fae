/** Taking a claim back against freezing it in a file: exactly one of the two gets it, in whatever order they come. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listOutboundFiles, readOutboundBytes } from '../store/outbound-files.ts';
import { markSending } from '../store/outbound-states.ts';
import { countWaitingClaims } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { readClaimFile } from '../transactions/claim-837p/index.ts';
import { cancelClaim } from './cancel-claim.ts';
import { freezeWaiting } from './freeze.ts';
import { unconnected } from './testing.ts';

/** A practice whose claims are frozen by hand; no clearinghouse is reached. */
async function byHand() {
  const { practice, context } = await unconnected();
  /** Claim numbers in each file, as its bytes say. */
  const files = async () => {
    const found = await listOutboundFiles(practice.scope, ['ready']);
    const bytes = await Promise.all(found.map((file) => readOutboundBytes(practice.scope, file.id)));
    return bytes.map((each) => readClaimFile(each).claims.map((claim) => claim.patientControlNumber));
  };
  return { practice, context, files };
}

test('a claim that waits can be taken back: it is closed, in no file, and taking it back again changes nothing', async () => {
  const { practice, context, files } = await byHand();
  const claim = await practice.bill('C000000001', 'W1');
  expect(await cancelClaim(context, claim, 'device')).toBe('cancelled');
  expect(await cancelClaim(context, claim, 'device')).toBe('cancelled');
  await freezeWaiting(context);
  expect(await practice.facts(claim)).toEqual(['queued', 'cancelled']);
  expect(await practice.status(claim)).toBe('closed');
  expect(await countWaitingClaims(practice.scope)).toBe(0);
  expect(await files()).toEqual([]);
});

test('a claim in a file of which nothing has left can be taken back: the others leave in another file', async () => {
  const { practice, context, files } = await byHand();
  const claim = await practice.bill('C000000001', 'W1');
  await practice.bill('C000000002', 'W1');
  await freezeWaiting(context);
  expect(await files()).toEqual([['C000000001', 'C000000002']]);
  expect(await cancelClaim(context, claim, 'device')).toBe('cancelled');
  expect(await practice.status(claim)).toBe('closed');
  await freezeWaiting(context);
  expect(await files()).toEqual([['C000000002']]);
  expect(await practice.outboundStates()).toEqual(['taken-apart', 'ready']);
});

test('a claim whose upload has begun can not be taken back, nor one that is not there', async () => {
  const { practice, context } = await byHand();
  const claim = await practice.bill('C000000001', 'W1');
  await freezeWaiting(context);
  const [file] = await listOutboundFiles(practice.scope, ['ready']);
  const begin = () =>
    practice.store.transaction((db) =>
      markSending({ ...practice.scope, db }, file?.id ?? '', practice.runtime.now()),
    );
  expect(await begin()).toBe(true);
  expect(await cancelClaim(context, claim, 'device')).toBe('claim-left-already');
  expect(await practice.status(claim)).toBe('queued');
  // The other way round it is the file that is not sent.
  const other = await practice.bill('C000000002', 'W1');
  await freezeWaiting(context);
  const [second] = await listOutboundFiles(practice.scope, ['ready']);
  expect(await cancelClaim(context, other, 'device')).toBe('cancelled');
  expect(
    await practice.store.transaction((db) =>
      markSending({ ...practice.scope, db }, second?.id ?? '', practice.runtime.now()),
    ),
  ).toBe(false);
  expect(await cancelClaim(context, 'nobody', 'device')).toBe('not-found');
});

test('a claim that was withheld did not leave: taking it back says that it does not wait', async () => {
  const { practice, context } = await byHand();
  const claim = await practice.bill('C000000001', 'W1');
  await freezeWaiting({ ...context, settings: { ...context.settings, mode: 'live' } });
  expect(await practice.status(claim)).toBe('file-failed');
  expect(await cancelClaim(context, claim, 'device')).toBe('claim-does-not-wait');
});

test('whatever the order of cancelling and freezing, each claim is either closed or in one file, never both or neither', async () => {
  const { practice, context, files } = await byHand();
  let bills = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
      async (order, cancelled) => {
        const claims = [];
        for (const isCancelled of cancelled) {
          const number = `C${String(++bills).padStart(9, '0')}`;
          claims.push({ number, isCancelled, id: await practice.bill(number, 'W1') });
        }
        // Each transaction begins when its turn comes in the order under test.
        const store: Store = {
          ...practice.store,
          transaction: async (work) => {
            await order.schedule(Promise.resolve());
            return practice.store.transaction(work);
          },
        };
        const racing = { ...context, store };
        const freezing = freezeWaiting(racing);
        const cancelling = claims
          .filter((claim) => claim.isCancelled)
          .map(async ({ number, id }) => [number, await cancelClaim(racing, id, 'device')] as const);
        await order.waitFor(Promise.all([freezing, ...cancelling]));
        const outcomes = new Map(await Promise.all(cancelling));
        // Claims of a file that was taken apart wait for the next.
        await freezeWaiting(context);
        const sent = (await files()).flat();
        for (const { number, id } of claims) {
          const isClosed = outcomes.get(number) === 'cancelled';
          expect(sent.filter((each) => each === number)).toHaveLength(isClosed ? 0 : 1);
          expect(await practice.status(id)).toBe(isClosed ? 'closed' : 'queued');
        }
      },
    ),
    { numRuns: 40 },
  );
});
