/** One simulated world: a server that dies and starts again, a clinic, a clearinghouse, bad weather, and a clock of their own. */
import { pino } from 'pino';
import { Random } from '../../fuzz/random.ts';
import type { ConnectionSettings } from '../../src/clearinghouse/index.ts';
import { createExchangeWorker, settleRestoredCopy } from '../../src/exchange/index.ts';
import type { ExchangeWorker } from '../../src/exchange/worker-types.ts';
import { createNews } from '../../src/news.ts';
import { newId, type Runtime } from '../../src/runtime.ts';
import { raiseCounters } from '../../src/store/counters.ts';
import type { Store } from '../../src/store/store.ts';
import type { App } from './app.ts';
import { Houses } from './clearinghouse/houses.ts';
import { simulatedSftp } from './clearinghouse/transport.ts';
import { FAIR, type Weather } from './clearinghouse/weather.ts';
import { Clinic } from './clinic.ts';
import { Clock, MINUTE } from './clock.ts';
import { Life } from './life.ts';
import { PRACTICE, type Template } from './practice.ts';
import type { Trace } from './trace.ts';

const SILENT = pino({ level: 'silent' });

export class World {
  readonly trace: Trace;
  readonly clock = new Clock();
  readonly random: Random;
  readonly runtime: Runtime;
  readonly news = createNews();
  readonly overrides: ConnectionSettings['overrides'];
  readonly mode: ConnectionSettings['mode'];
  readonly houses: Houses;
  readonly clinic: Clinic;
  weather: Weather = FAIR;
  /** Others act while the server's requests are under way. */
  isBusy = true;
  deaths = 0;
  /** Seals nothing; sealed twice, a secret gives two texts. */
  readonly key = {
    seal: (secret: string) => {
      this.#sealed += 1;
      return `${secret}#${this.#sealed}`;
    },
    openSecret: (sealed: string) => sealed.split('#')[0] ?? '',
  };
  #sealed = 0;
  readonly #order: Random;
  readonly #template: Template;
  readonly #disk: ReturnType<Template['copy']>;
  readonly #app: App;
  #store!: Store;
  #life!: Life;
  #worker!: ExchangeWorker;
  #isMeanwhile = false;

  constructor(seed: number, template: Template, app: App, trace: Trace) {
    this.trace = trace;
    this.random = new Random(seed, 1);
    const bytes = new Random(seed, 2);
    this.runtime = {
      now: () => this.clock.now(),
      randomBytes: (length) => Buffer.from(Array.from({ length }, () => bytes.below(256))),
      log: SILENT,
    };
    const refusesRepeats = this.random.oneIn(3);
    this.overrides = {
      uploadMode: this.random.pick(['direct', 'rename']),
      inboundIsReadable: this.random.oneIn(2),
      deleteAfterDownload: this.random.oneIn(4),
      removeAfterMilliseconds: 10 * MINUTE,
      // Only where it is so.
      repeatsAreSafe: refusesRepeats && this.random.oneIn(2),
      freezeAfterMilliseconds: this.random.pick([0, 60_000]),
    };
    this.mode = this.random.pick(['test', 'live']);
    const habits = {
      refusesRepeats,
      takesParts: this.random.oneIn(3),
      writesSlowly: this.random.oneIn(3),
    };
    const count = this.random.oneIn(3) ? 2 : 1;
    this.houses = new Houses(count, habits, { random: new Random(seed, 3), clock: this.clock, trace });
    this.clinic = new Clinic(this, new Random(seed, 4));
    this.#order = new Random(seed, 5);
    this.#template = template;
    this.#disk = template.copy();
    this.#app = app;
    trace.note(`world ${JSON.stringify({ ...this.overrides, ...habits, mode: this.mode, count })}`);
  }

  get life(): Life {
    return this.#life;
  }

  get store(): Store {
    return this.#store;
  }

  async begin(): Promise<void> {
    await this.#start();
    await this.alive(() => this.clinic.reconnect());
    if (this.houses.areSeveral) await this.clinic.addSecond();
  }

  /** Does `work` unless the server dies over it; then starts it again. */
  async alive(work: () => Promise<void>): Promise<void> {
    const life = this.#life;
    await Promise.race([work(), life.died]);
    if (!life.isDead) return;
    this.deaths += 1;
    await this.#store.close();
    await this.#start();
  }

  async restart(): Promise<void> {
    await this.#worker.stop();
    await this.#store.close();
    await this.#start();
  }

  round(): Promise<void> {
    return this.#worker.runOnce();
  }

  /** Undefined where the server died before it answered. */
  async request(method: string, path: string, body?: string, key?: string): Promise<Response | undefined> {
    const life = this.#life;
    const { token } = this.#template;
    const asked = this.#app.request(this, method, path, { token, body, key });
    const answer = await Promise.race([asked, life.died.then(() => undefined)]);
    this.trace.note(`  ${method} ${path} ${answer?.status ?? 'no answer'}`);
    return answer;
  }

  async end(): Promise<void> {
    await this.#worker.stop();
    await this.#store.close();
    this.#disk.remove();
  }

  /** What others do while a request of the server is under way: never while they wait for one another. */
  async #meanwhile(): Promise<void> {
    if (!this.isBusy || this.#isMeanwhile || !this.random.oneIn(6)) return;
    this.#isMeanwhile = true;
    try {
      const act = this.random.below(5);
      this.trace.note(`  meanwhile ${act}`);
      if (act === 0) await this.clinic.bill();
      else if (act === 1) await this.clinic.takeBack();
      else if (act === 2) await this.clinic.pressAgain();
      else if (act === 3) await this.houses.any(this.random).pickUp();
      else this.houses.any(this.random).publish({ inOrder: false });
    } finally {
      this.#isMeanwhile = false;
    }
  }

  /** As `startServer` does it. */
  async #start(): Promise<void> {
    this.#store = this.#disk.open();
    this.#life = new Life(this.#store, this.#order, this.trace);
    const { life, runtime, news } = this;
    await this.#store.transaction((db) => raiseCounters({ db, practiceId: PRACTICE }, runtime.now()));
    await settleRestoredCopy({ store: this.#store, runtime }, PRACTICE);
    this.#worker = createExchangeWorker({
      store: life.store,
      runtime,
      news,
      openSecret: this.key.openSecret,
      process: { id: newId(this.runtime), isAlive: () => false },
      connect: simulatedSftp({
        life,
        random: this.random,
        trace: this.trace,
        foldersAt: (port) => {
          const house = this.houses.at(port);
          house.finishWriting();
          return house.folders;
        },
        weather: () => this.weather,
        meanwhile: () => this.#meanwhile(),
      }),
    });
  }
}
