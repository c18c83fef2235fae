/** The people at the practice: they bill, press again when no answer came, take back, and decide what is in doubt. */
import type { ClaimDetail } from '@claimside/shared/api';
import type { Random } from '../../fuzz/random.ts';
import { MAIN_CONNECTION } from '../../src/clearinghouse/index.ts';
import {
  addConnection,
  changeConnection,
  connectClearinghouse,
  routePayers,
} from '../../src/practice/index.ts';
import { listClaimsOfFile, listOutboundFiles } from '../../src/store/outbound-files.ts';
import { exampleBill } from './example-bill.ts';
import { DiskFull } from './life.ts';
import { ACCOUNTS, PRACTICE, ROUTED_PAYER, SECRET, settingsWith } from './practice.ts';
import { visitOf } from './visit.ts';
import type { World } from './world.ts';

/** A press on *Bill this visit*, and what the person was told. */
export interface Press {
  readonly key: string;
  readonly body: string;
  readonly memberId: string;
  readonly visit: string;
  /** Undefined: the one that is never routed. */
  readonly payerId: string | undefined;
  state: 'no-answer' | 'accepted' | 'refused';
  claimId?: string;
  patientControlNumber: string | undefined;
  cancel: 'never' | 'no-answer' | 'done' | 'too-late';
}

/** Starts of member ids, by which the clearinghouse decides; most claims are simply paid. */
const MEMBERS = [
  'PAID',
  'PAID',
  'PAID',
  'PARTIAL',
  'COPAY',
  'DENY',
  'CHREJECT',
  'PAYREJECT',
  'PEND',
  'SILENT',
];
const RARE = ['REVERSE', 'TAKEBACK', 'FILEREJECT'];

/** Presses among which a slip is seen. */
const RECENT = 4;

export class Clinic {
  readonly presses: Press[] = [];
  readonly troubles: string[] = [];
  readonly #world: World;
  readonly #random: Random;
  #isRouted = false;

  constructor(world: World, random: Random) {
    this.#world = world;
    this.#random = random;
  }

  async bill(): Promise<void> {
    const number = this.presses.length + 1;
    const start = this.#random.oneIn(8) ? this.#random.pick(RARE) : this.#random.pick(MEMBERS);
    const memberId = `${start}${String(number).padStart(4, '0')}`;
    const payerId = this.#payerId();
    const bill = exampleBill(number, memberId, payerId);
    const press: Press = {
      key: `press-${String(number).padStart(20, '0')}`,
      body: JSON.stringify(bill),
      memberId,
      visit: visitOf(bill.claim),
      payerId,
      state: 'no-answer',
      cancel: 'never',
      patientControlNumber: undefined,
    };
    this.presses.push(press);
    await this.#send(press);
  }

  /** In a world of two clearinghouses every other claim is for the payer that may go by either. */
  #payerId(): string | undefined {
    return this.#world.houses.areSeveral && this.#random.oneIn(2) ? ROUTED_PAYER : undefined;
  }

  /** Presses again where no answer came; now and then also where one came. */
  async pressAgain(): Promise<void> {
    const press = this.#random.pick(this.presses.filter(({ state }) => state !== 'refused'));
    if (press) await this.#send(press);
  }

  /** A slip is seen soon: one of the last visits, as a rule in no file yet. */
  async takeBack(): Promise<void> {
    const recent = this.presses.slice(-RECENT);
    const press = this.#random.pick(
      recent.filter(({ state, cancel }) => state === 'accepted' && cancel === 'never'),
    );
    if (press) await this.#cancel(press);
  }

  /** Until every press has its answer. */
  async insist(): Promise<void> {
    for (const press of this.presses) {
      if (press.state === 'no-answer') await this.#send(press);
      if (press.cancel === 'no-answer') await this.#cancel(press);
    }
  }

  /** A person looks at the clearinghouse's own pages for a file of unknown fate, and says what is there. */
  async decide(): Promise<void> {
    const { store, houses } = this.#world;
    const scope = { db: store.db, practiceId: PRACTICE };
    for (const { id, name, connectionId } of await listOutboundFiles(scope, ['unknown'])) {
      const clearinghouse = houses.of(connectionId);
      const [claimId] = (await listClaimsOfFile(scope, id)).values();
      const decision = clearinghouse.tellsOf(name);
      if (decision === 'send-again') clearinghouse.discard(name);
      this.#world.trace.note(`  ${name} ${decision}`);
      await this.#world.request('POST', `/claims/${claimId}/delivery`, JSON.stringify({ decision }));
    }
  }

  /** The account is set anew: the right password, the right host key. Where the disk refuses it, a person tries again. */
  async reconnect(): Promise<void> {
    const { overrides, houses, mode } = this.#world;
    for (const { account } of houses.all) {
      const settings = settingsWith(overrides, account.port, mode);
      const isMain = account.id === MAIN_CONNECTION;
      await unlessDiskFull<unknown>(
        isMain
          ? connectClearinghouse(this.#deps(), null, settings, SECRET)
          : changeConnection(this.#deps(), null, account.id, { settings, secret: SECRET }),
      );
    }
  }

  /** A second account, by which the routed payer goes. */
  async addSecond(): Promise<void> {
    const [, second] = ACCOUNTS;
    if (!second) throw new Error('there are two accounts');
    const { overrides, mode } = this.#world;
    const settings = settingsWith(overrides, second.port, mode);
    await addConnection(this.#deps(), null, { name: second.name, settings, secret: SECRET });
    await this.routeElsewhere();
  }

  /** The routed payer goes by the other account from now on; what waits follows. */
  async routeElsewhere(): Promise<void> {
    if (!this.#world.houses.areSeveral) return;
    this.#isRouted = !this.#isRouted;
    const payerIds = this.#isRouted ? [ROUTED_PAYER] : [];
    const outcome = await unlessDiskFull(
      routePayers(this.#deps(), null, '2', { payerIds, claimFilingIndicators: [] }),
    );
    if (outcome && !outcome.ok) this.troubles.push(`not routed: ${outcome.error.why}`);
  }

  #deps() {
    const { life, runtime, key } = this.#world;
    return { store: life.store, runtime, key, practiceId: PRACTICE };
  }

  async #send(press: Press): Promise<void> {
    const answer = await this.#world.request('POST', '/claims', press.body, press.key);
    if (!answer) return;
    if (answer.status >= 500) return;
    if (answer.status >= 400) {
      if (press.state === 'accepted')
        this.troubles.push(`${press.key}: accepted, then refused with ${answer.status}`);
      else this.troubles.push(`${press.key}: refused with ${answer.status}`);
      press.state = 'refused';
      return;
    }
    const { id, patientControlNumber } = (await answer.json()) as ClaimDetail;
    if (press.claimId !== undefined && press.claimId !== id) this.troubles.push(`${press.key}: two claims`);
    press.state = 'accepted';
    press.claimId = id;
    press.patientControlNumber = patientControlNumber;
  }

  async #cancel(press: Press): Promise<void> {
    press.cancel = 'no-answer';
    const answer = await this.#world.request('POST', `/claims/${press.claimId}/cancel`);
    if (!answer || answer.status >= 500) return;
    press.cancel = answer.status === 200 ? 'done' : 'too-late';
  }
}

/** What the disk refused is left. */
async function unlessDiskFull<T>(done: Promise<T>): Promise<T | undefined> {
  return done.catch((error: unknown) => {
    if (error instanceof DiskFull) return undefined;
    throw error;
  });
}
