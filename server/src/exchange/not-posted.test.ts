/** Remittances that do not add up, are torn or name no claim of ours: nothing is posted for certain, and nothing is dropped. */
import { cents } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { type ClaimPayment, writeRemittance } from '../transactions/remittance-835/index.ts';
import { connected, remittanceFor } from './testing-answers.ts';
import { ENVELOPE } from './testing-envelope.ts';

test('an unbalanced 835 is stored and shown, and nothing of it is posted', async () => {
  const { practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const unbalanced = remittanceFor('C000000001', { paymentAmount: cents(10_001) });
  await publish('WRONG.835', writeRemittance(ENVELOPE, { remittances: [unbalanced] }));
  expect(await practice.remittances()).toMatchObject([
    { state: 'unbalanced', reason: expect.stringContaining('Nothing was posted') },
  ]);
  expect(await practice.facts(claim)).not.toContain('payment');
  expect((await practice.files())[0]).toMatchObject({ name: 'WRONG.835', state: 'needs-person' });
});

test('a payment for a claim we never sent waits for a person', async () => {
  const { practice, publish } = await connected();
  await publish('STRANGER.835', writeRemittance(ENVELOPE, { remittances: [remittanceFor('STRANGER1')] }));
  expect(await practice.remittances()).toMatchObject([
    {
      state: 'needs-person',
      reason: 'Its claim matches none here for certain: decide under Claims, Unmatched.',
    },
  ]);
});

test.each(['c000000001', '00C000000001', ' C000000001'])(
  'our number comes back as "%s": the claim is found',
  async (number) => {
    const { practice, exchange, publish } = await connected();
    const claim = await practice.bill('C000000001', 'SILENT1');
    await exchange();
    await publish('X.835', writeRemittance(ENVELOPE, { remittances: [remittanceFor(number)] }));
    expect(await practice.facts(claim)).toContain('payment');
  },
);

test('our number does not come back at all: the payer number, known from an earlier answer, finds the claim', async () => {
  const { practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const pay = (number: string, check: string) => {
    const remittance = remittanceFor(number, { traceNumber: check });
    const claims = remittance.claims.map((each) => ({
      ...each,
      patient: { ...each.patient, memberId: 'SILENT1' },
    }));
    return publish(`${check}.835`, writeRemittance(ENVELOPE, { remittances: [{ ...remittance, claims }] }));
  };
  await pay('0', 'CHK1');
  expect(await practice.facts(claim)).not.toContain('payment');
  await pay('C000000001', 'CHK2');
  await pay('0', 'CHK3');
  expect((await practice.facts(claim)).filter((type) => type === 'payment')).toHaveLength(2);
});

test('a payer that writes 0 for its number has named no claim: the next 0 is another patient`s', async () => {
  const { practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const pay = (patientControlNumber: string, traceNumber: string, changes: Partial<ClaimPayment>) => {
    const remittance = remittanceFor(patientControlNumber, { traceNumber });
    const claims = remittance.claims.map((each) => ({ ...each, payerClaimControlNumber: '0', ...changes }));
    return publish(
      `${traceNumber}.835`,
      writeRemittance(ENVELOPE, { remittances: [{ ...remittance, claims }] }),
    );
  };
  await pay('C000000001', 'CHK1', {});
  await pay('XYZ77', 'CHK2', { patient: { lastName: 'STRANGER', firstName: 'BEN' } });
  expect((await practice.facts(claim)).filter((type) => type === 'payment')).toHaveLength(1);
  expect(await practice.remittances()).toContainEqual(
    expect.objectContaining({ checkNumber: 'CHK2', state: 'needs-person' }),
  );
});

test('a torn 835 posts nothing', async () => {
  const { practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const whole = writeRemittance(ENVELOPE, { remittances: [remittanceFor('C000000001')] });
  await publish('TORN.835', whole.subarray(0, whole.length - 60));
  expect(await practice.facts(claim)).not.toContain('payment');
  expect((await practice.files())[0]).toMatchObject({ name: 'TORN.835', kind: '835', state: 'needs-person' });
});

test('an 835 whose counts are wrong posts nothing, though its sums agree', async () => {
  const { practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const whole = Buffer.from(writeRemittance(ENVELOPE, { remittances: [remittanceFor('C000000001')] }));
  await publish('COUNT.835', whole.toString('latin1').replace(/~SE\*\d+\*/, '~SE*3*'));
  expect(await practice.facts(claim)).not.toContain('payment');
  expect(await practice.remittances()).toMatchObject([
    { state: 'needs-person', reason: expect.stringContaining('not well formed') },
  ]);
});

test.each([
  ['SE', /SE\*[^~]*~\s*/],
  ['GE', /GE\*[^~]*~\s*/],
])(
  'a whole 835 without its %s posts nothing by itself, and a person may post it as its amounts add up',
  async (_, end) => {
    const { practice, exchange, publish } = await connected();
    const claim = await practice.bill('C000000001', 'SILENT1');
    await exchange();
    const whole = Buffer.from(writeRemittance(ENVELOPE, { remittances: [remittanceFor('C000000001')] }));
    await publish('NOEND.835', whole.toString('latin1').replace(end, ''));
    expect(await practice.facts(claim)).not.toContain('payment');
    const [waiting] = await practice.remittances();
    expect(waiting).toMatchObject({
      state: 'needs-person',
      reason: expect.stringContaining('All its amounts add up to the payment'),
    });
  },
);

test('what is wrong with one check of a file holds only that one back', async () => {
  const { practice, exchange, publish } = await connected();
  const first = await practice.bill('C000000001', 'SILENT1');
  const second = await practice.bill('C000000002', 'SILENT1');
  await exchange();
  const remittances = [
    remittanceFor('C000000001', { traceNumber: 'CHK1' }),
    remittanceFor('C000000002', { traceNumber: 'CHK2' }),
  ];
  const whole = Buffer.from(writeRemittance(ENVELOPE, { remittances })).toString('latin1');
  await publish('ONEBAD.835', whole.replace(/~CAS\*CO\*45\*/, '~CAS*XX*45*'));
  expect(await practice.facts(first)).not.toContain('payment');
  expect(await practice.facts(second)).toContain('payment');
  expect((await practice.remittances()).map(({ checkNumber, state }) => [checkNumber, state]).sort()).toEqual(
    [
      ['CHK1', 'needs-person'],
      ['CHK2', 'posted'],
    ],
  );
  expect(await practice.files()).toContainEqual(
    expect.objectContaining({ name: 'ONEBAD.835', state: 'needs-person' }),
  );
});
