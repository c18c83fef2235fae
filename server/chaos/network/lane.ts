/** Lives cases one after another with one practice, and a new one where a round has never ended. */
import { LIMITS } from '../../src/exchange/limits.ts';
import { getExchangeStatus } from '../../src/store/exchange-status.ts';
import { Books } from './books.ts';
import type { ServerName } from './clearinghouse.ts';
import { liveCase } from './live-case.ts';
import { type Case, describeCase, harmOf } from './matrix.ts';
import type { UploadMode } from './phases.ts';
import { Practice } from './practice.ts';
import type { CaseReport } from './report.ts';
import { tapRequests } from './tap.ts';
import type { Lengths, Wire } from './wire.ts';

/** Of the server's own bounds, so that silence costs seconds, and small files have several blocks. */
const SHORT = {
  connectMilliseconds: 8_000,
  requestMilliseconds: 3_000,
  goodbyeMilliseconds: 500,
  blockBytes: 512,
};

/** Rounds in which what is open after the last case is done. */
const LAST_ROUNDS = 4;

let wire: Wire | undefined;
let isTapped = false;

export class Lane {
  readonly #server: ServerName;
  readonly #places: number;
  #practice: Practice | undefined;
  #books: Books | undefined;
  #mode: UploadMode | undefined;
  #lengths: Lengths = new Map();
  #cases = 0;

  constructor(server: ServerName, places: number) {
    this.#server = server;
    this.#places = places;
    Object.assign(LIMITS, SHORT);
    if (!isTapped) tapRequests((phase) => wire?.note(phase));
    isTapped = true;
  }

  async live(each: Case): Promise<CaseReport> {
    const { practice, books } = await this.#readyFor(each.mode);
    const harm = harmOf(each, this.#places, this.#lengths);
    const what = describeCase(this.#server, each, harm);
    const report = { what, server: this.#server, fault: each.fault, phase: each.phase };
    const name = `answer-${String(this.#cases).padStart(6, '0')}`;
    try {
      const takesFirst = this.#cases % 2 === 0;
      const { lengths: _, ...outcome } = await liveCase(practice, books, harm, { name, takesFirst });
      return { ...outcome, ...report };
    } catch (error) {
      // Its round may be under way for ever.
      this.#practice = undefined;
      practice.wire.choose(undefined);
      await practice.clearinghouse.close();
      const troubles = [String(error)];
      return { ...report, troubles, isDone: true, said: 'nothing', rounds: 0, asked: false };
    }
  }

  /** What is open when all cases were lived, after some rounds in which nothing fails. */
  async end(): Promise<string[]> {
    const practice = this.#practice;
    const books = this.#books;
    if (!practice || !books) return [];
    practice.wire.choose(undefined);
    for (let round = 0; round < LAST_ROUNDS; round += 1) {
      await practice.worker.runOnce();
      await practice.clearinghouse.takeAll();
    }
    const unpaid = books.claimsNotPaid();
    const { state } = await getExchangeStatus(practice.folder.scope, practice.folder.runtime.now());
    books.close();
    await practice.close();
    return [
      ...(unpaid === 0 ? [] : [`${this.#server}: ${unpaid} claims are not paid in the end`]),
      ...(state === 'ok' ? [] : [`${this.#server}: the connection is ${state} in the end`]),
    ];
  }

  /** Measures a session in which nothing fails, whenever the practice or its way of uploading is new. */
  async #readyFor(mode: UploadMode): Promise<{ practice: Practice; books: Books }> {
    this.#cases += 1;
    const isNew = !this.#practice;
    this.#practice ??= await Practice.open(this.#server);
    const practice = this.#practice;
    if (isNew) this.#books = new Books(practice.folder.dataDir);
    const books = this.#books ?? new Books(practice.folder.dataDir);
    wire = practice.wire;
    if (isNew || mode !== this.#mode) {
      await practice.connect(mode);
      this.#mode = mode;
      const name = `first-${mode}-${String(this.#cases).padStart(6, '0')}`;
      const { troubles, lengths } = await liveCase(practice, books, undefined, { name, takesFirst: true });
      if (troubles.length > 0) throw new Error(`a session in which nothing failed: ${troubles.join('; ')}`);
      this.#lengths = lengths;
    }
    return { practice, books };
  }
}
