/** What a clinician does: one press in the same moment as all others, then a minute of bills, looks at the claim billed, and lists. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ClaimProgress } from '@claimside/shared/api';
import type { Random } from '../fuzz/random.ts';
import { exampleBill } from '../sim/world/example-bill.ts';
import { visitOf } from '../sim/world/visit.ts';
import type { Answer, Send } from './requests.ts';

/** `press`: the one that all do in the same moment, before the minute. */
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
  { list: 'rejected' },
  { list: 'all' },
  { list: 'all', search: 'sample4711' },
] as const;

/** Between two acts of one kind of one clinician, about. */
const PAUSES = { bill: 6_000, list: 4_000 } as const;
const LOOKS_AFTER = [500, 3_000] as const;

/** Who asks, and who is told. */
export interface Clinician {
  readonly send: Send;
  readonly told: Told;
  nextNumber(): number;
}

/** A press that is due now, and nothing else. Resolves when it is answered. */
export async function press(clinician: Clinician): Promise<void> {
  await bill(clinician, 'press', performance.now()).catch(tellOf(clinician));
}

/** Resolves when all is answered. */
export async function work(clinician: Clinician, random: Random, milliseconds: number): Promise<void> {
  const begun = performance.now();
  const underWay: Promise<void>[] = [];
  /** Begins at its time, whether what was before is answered or not: waiting must not hide slowness. */
  const at = (due: number, act: (due: number) => Promise<void>) => {
    if (due >= milliseconds) return;
    const done = delay(Math.max(begun + due - performance.now(), 0))
      .then(() => act(begun + due))
      .catch(tellOf(clinician));
    underWay.push(done);
  };
  const billing = (due: number) =>
    at(due, async (moment) => {
      const id = await bill(clinician, 'bill', moment);
      if (id === undefined) return;
      for (const after of LOOKS_AFTER)
        at(due + after, async (then) => {
          await timed(clinician, 'status', then, () => clinician.send('GET', `/claims/${id}`));
        });
    });
  const list = (due: number) =>
    at(due, async (moment) => {
      await timed(clinician, 'list', moment, () =>
        clinician.send('POST', '/claims/search', random.pick(LISTS)),
      );
    });
  for (let due = random.below(PAUSES.bill); due < milliseconds; due += around(random, PAUSES.bill))
    billing(due);
  for (let due = random.below(PAUSES.list); due < milliseconds; due += around(random, PAUSES.list)) list(due);
  for (let done = 0; done < underWay.length; done += 1) await underWay[done];
}

/** Gives the id of the claim, if it was made. */
async function bill(clinician: Clinician, act: 'press' | 'bill', due: number): Promise<string | undefined> {
  const number = clinician.nextNumber();
  const body = exampleBill(number, `PAID${String(number).padStart(6, '0')}`);
  const key = `load-${String(number).padStart(20, '0')}`;
  const { status, text } = await timed(clinician, act, due, () =>
    clinician.send('POST', '/claims', body, key),
  );
  if (status !== 201) return undefined;
  const { id, patientControlNumber } = JSON.parse(text) as ClaimProgress;
  clinician.told.billed({ id, patientControlNumber, visit: visitOf(body.claim) });
  return id;
}

async function timed(
  { told }: Clinician,
  act: Act,
  due: number,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const answer = await ask();
  told.took(act, performance.now() - due);
  if (answer.status >= 300) told.trouble(`${act}: answered with ${answer.status}`);
  return answer;
}

const tellOf =
  ({ told }: Clinician) =>
  (error: unknown) =>
    told.trouble(error instanceof Error ? error.message : 'a request failed');

const around = (random: Random, pause: number) => random.between(pause / 2, (pause * 3) / 2);
