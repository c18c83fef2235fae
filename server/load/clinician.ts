/** A clinician's minute: bills at once and again and again, looks at the claim billed, and at lists. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ClaimDetail } from '@claimside/shared/api';
import type { Random } from '../fuzz/random.ts';
import { exampleBill } from '../sim/world/example-bill.ts';
import { visitOf } from '../sim/world/visit.ts';
import type { Answer, Send } from './requests.ts';

/** `press`: the one that all do in the same moment. */
export type Act = 'press' | 'bill' | 'list' | 'status';

export interface Billed {
  readonly id: string;
  readonly patientControlNumber: string;
  readonly visit: string;
}

export interface Told {
  /** Milliseconds from the moment it was due to the whole answer. */
  took(act: Act, milliseconds: number): void;
  billed(claim: Billed): void;
  trouble(line: string): void;
}

const LISTS = [
  { list: 'in-progress' },
  { list: 'needs-you' },
  { list: 'all' },
  { list: 'all', search: 'sample4711' },
] as const;

/** Between two acts of one kind of one clinician, about. */
const PAUSES = { bill: 6_000, list: 4_000 } as const;
const LOOKS_AFTER = [500, 3_000] as const;

/** Resolves when all is answered. The first bill is due at once. */
export async function work(
  send: Send,
  random: Random,
  nextNumber: () => number,
  milliseconds: number,
  told: Told,
): Promise<void> {
  const begun = performance.now();
  const underWay: Promise<void>[] = [];
  /** Begins at its time, whether what was before is answered or not: waiting must not hide slowness. */
  const at = (due: number, act: () => Promise<void>) => {
    if (due >= milliseconds) return;
    const done = delay(Math.max(begun + due - performance.now(), 0))
      .then(act)
      .catch((error: unknown) => told.trouble(error instanceof Error ? error.message : 'a request failed'));
    underWay.push(done);
  };
  const timed = async (act: Act, due: number, ask: () => Promise<Answer>): Promise<Answer> => {
    const answer = await ask();
    told.took(act, performance.now() - (begun + due));
    if (answer.status >= 300) told.trouble(`${act}: answered with ${answer.status}`);
    return answer;
  };
  const bill = (due: number, act: 'press' | 'bill' = 'bill') =>
    at(due, async () => {
      const number = nextNumber();
      const body = exampleBill(number, `PAID${String(number).padStart(6, '0')}`);
      const key = `load-${String(number).padStart(20, '0')}`;
      const { status, text } = await timed(act, due, () => send('POST', '/claims', body, key));
      if (status !== 201) return;
      const { id, patientControlNumber } = JSON.parse(text) as ClaimDetail;
      told.billed({ id, patientControlNumber, visit: visitOf(body.claim) });
      for (const after of LOOKS_AFTER) look(due + after, id);
    });
  const look = (due: number, id: string) =>
    at(due, async () => {
      await timed('status', due, () => send('GET', `/claims/${id}`));
    });
  const list = (due: number) =>
    at(due, async () => {
      await timed('list', due, () => send('POST', '/claims/search', random.pick(LISTS)));
    });
  bill(0, 'press');
  for (let due = random.below(PAUSES.bill); due < milliseconds; due += around(random, PAUSES.bill)) bill(due);
  for (let due = random.below(PAUSES.list); due < milliseconds; due += around(random, PAUSES.list)) list(due);
  for (let done = 0; done < underWay.length; done += 1) await underWay[done];
}

const around = (random: Random, pause: number) => random.between(pause / 2, (pause * 3) / 2);
