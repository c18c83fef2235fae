/** The clearinghouses of a world: one, or two of which the second has payers of its own. */
import type { Random } from '../../../fuzz/random.ts';
import { MAIN_CONNECTION } from '../../../src/clearinghouse/index.ts';
import type { ScenarioName } from '../../../src/sandbox/scenarios.ts';
import type { Remittance } from '../../../src/transactions/remittance-835/index.ts';
import type { Clock } from '../clock.ts';
import { ACCOUNTS, type Account } from '../practice.ts';
import type { Trace } from '../trace.ts';
import { Clearinghouse, type Habits } from './clearinghouse.ts';

export interface House {
  readonly account: Account;
  readonly clearinghouse: Clearinghouse;
}

export class Houses {
  readonly all: readonly House[];

  constructor(
    count: 1 | 2,
    habits: Habits,
    tools: { readonly random: Random; readonly clock: Clock; readonly trace: Trace },
  ) {
    this.all = ACCOUNTS.slice(0, count).map((account) => ({
      account,
      clearinghouse: new Clearinghouse(habits, account.firstNumber, tools.random, tools.clock, tools.trace),
    }));
  }

  get areSeveral(): boolean {
    return this.all.length > 1;
  }

  /** All that was uploaded is taken, all answers are laid out. */
  async answerAll(): Promise<void> {
    for (const { clearinghouse } of this.all) {
      await clearinghouse.pickUp();
      while (clearinghouse.waiting > 0) clearinghouse.publish({ inOrder: true });
      clearinghouse.finishWriting(true);
    }
  }

  any(random: Random): Clearinghouse {
    return random.pick(this.all.map(({ clearinghouse }) => clearinghouse)) ?? this.of(MAIN_CONNECTION);
  }

  of(connectionId: string): Clearinghouse {
    return this.#found(({ account }) => account.id === connectionId);
  }

  at(port: number): Clearinghouse {
    return this.#found(({ account }) => account.port === port);
  }

  /** How often a claim was taken, by all of them together or by the one of an account. */
  deliveries(patientControlNumber: string, connectionId?: string): number {
    return this.all
      .filter(({ account }) => connectionId === undefined || account.id === connectionId)
      .reduce((sum, { clearinghouse }) => sum + clearinghouse.books.deliveries(patientControlNumber), 0);
  }

  scenarioOf(patientControlNumber: string): ScenarioName | undefined {
    for (const { clearinghouse } of this.all) {
      const scenario = clearinghouse.books.scenarioOf(patientControlNumber);
      if (scenario !== undefined) return scenario;
    }
    return undefined;
  }

  /** All that was ever paid on a claim, in cents; what was taken back counted. */
  paidOn(patientControlNumber: string): number {
    return this.all.reduce(
      (sum, { clearinghouse }) => sum + clearinghouse.books.paidOn(patientControlNumber),
      0,
    );
  }

  get paid(): Remittance[] {
    return this.all.flatMap(({ clearinghouse }) => clearinghouse.books.paid);
  }

  #found(isIt: (house: House) => boolean): Clearinghouse {
    const house = this.all.find(isIt);
    if (!house) throw new Error('no such clearinghouse in this world');
    return house.clearinghouse;
  }
}
