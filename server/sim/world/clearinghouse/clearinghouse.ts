/** The simulated clearinghouse: takes what was uploaded, judges it as the sandbox does, and answers late, twice, or out of order. */
import { createHash } from 'node:crypto';
import type { DeliveryDecision } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import type { Random } from '../../../fuzz/random.ts';
import {
  acknowledgementTo,
  eraFile,
  eraPackage,
  erasOf,
  errorReportOn,
  reportsOn,
} from '../../../src/sandbox/answers/index.ts';
import type { JudgedClaim, JudgedFile } from '../../../src/sandbox/answers/judged.ts';
import { judge } from '../../../src/sandbox/judge.ts';
import type { Answer } from '../../../src/sandbox/outbox.ts';
import { scenarioOf } from '../../../src/sandbox/scenarios.ts';
import type { ReceivedFile } from '../../../src/sandbox/types.ts';
import { isTemporary } from '../../../src/sandbox/uploads.ts';
import { type Clock, MINUTE } from '../clock.ts';
import type { Trace } from '../trace.ts';
import { visitOf } from '../visit.ts';
import { Books } from './books.ts';
import { Folders } from './folders.ts';

export interface Habits {
  /** A file that came before is refused; else its claims exist twice. */
  readonly refusesRepeats: boolean;
  /** What was not wholly written is taken too. */
  readonly takesParts: boolean;
  /** Some answers lie there in part for minutes, of whatever length they have then. */
  readonly writesSlowly: boolean;
}

const LONGEST_WRITING = 5 * MINUTE;

export class Clearinghouse {
  readonly folders = new Folders();
  readonly books = new Books();
  readonly habits: Habits;
  readonly #random: Random;
  readonly #clock: Clock;
  readonly #trace: Trace;
  readonly #received: ReceivedFile[] = [];
  readonly #waiting: Answer[] = [];
  readonly #published: Answer[] = [];
  /** What is being written, and until when. */
  readonly #written = new Map<string, { readonly bytes: Buffer; readonly until: number }>();
  #number: number;

  /** `firstNumber`: from which it numbers files, claims and checks. */
  constructor(habits: Habits, firstNumber: number, random: Random, clock: Clock, trace: Trace) {
    this.habits = habits;
    this.#number = firstNumber;
    this.#random = random;
    this.#clock = clock;
    this.#trace = trace;
  }

  /** Answers that are not in outbound yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** What a person who looks at its own pages says of an upload. */
  tellsOf(name: string): DeliveryDecision {
    const copies = this.books.taken.filter((each) => each.name === name);
    const waits = this.folders.inbound.get(name)?.isWhole === true;
    if (waits || copies.some(({ claims }) => claims.length > 0)) return 'arrived';
    // Called seen before, it never will be taken.
    const isRefused = copies.some(({ verdict }) => verdict === 'rejected' || verdict === 'duplicate');
    return isRefused ? 'refused' : 'send-again';
  }

  /** Whoever is asked for it takes away what lies there under that name. */
  discard(name: string): void {
    this.folders.inbound.delete(name);
  }

  async pickUp(): Promise<void> {
    for (const [name, { bytes, isWhole }] of [...this.folders.inbound]) {
      if ((!isWhole && !this.habits.takesParts) || isTemporary(name)) continue;
      this.folders.inbound.delete(name);
      await this.#take(name, bytes);
    }
  }

  /** Ends what has been written for long enough; all of it, where nothing fails any more. */
  finishWriting(isCalm = false): void {
    for (const [name, { bytes, until }] of [...this.#written]) {
      if (!isCalm && until > this.#clock.milliseconds) continue;
      this.#written.delete(name);
      // What was taken away meanwhile is written to a file that nobody sees any more.
      if (this.folders.outbound.has(name)) this.#put(name, bytes);
    }
  }

  /** Puts one answer out: the next, or, as payers are slower than one another, any. */
  publish({ inOrder }: { readonly inOrder: boolean }): void {
    const at = inOrder ? 0 : this.#random.below(Math.max(1, this.#waiting.length));
    const [answer] = this.#waiting.splice(at, 1);
    if (!answer) return;
    this.#published.push(answer);
    this.#lay(answer.name, answer.bytes);
  }

  /** Lays something out again: the same file, under its name or another, or the same answer in a file of other bytes. */
  repeat(): void {
    const answer = this.#random.pick(this.#published);
    if (!answer) return;
    this.#number += 1;
    const name = this.#random.oneIn(2) ? answer.name : `COPY${this.#number}_${answer.name}`;
    const isOther = this.#random.oneIn(2) && !name.endsWith('.zip');
    this.#lay(name, isOther ? Buffer.concat([answer.bytes, Buffer.from('\n')]) : answer.bytes);
  }

  /** A file that nobody can read, of a name that may be anything. */
  layGarbage(): void {
    this.#number += 1;
    const length = this.#random.below(200);
    const bytes = Buffer.from(Array.from({ length }, () => this.#random.below(256)));
    const name = this.#random.pick([
      `${this.#number}_ERA_835_5010.835`,
      `${this.#number}.999`,
      `${this.#number}.zip`,
    ]);
    this.#lay(name, bytes);
  }

  #lay(name: string, bytes: Uint8Array): void {
    const content = Buffer.from(bytes);
    this.#written.delete(name);
    const isSlow = this.habits.writesSlowly && this.#random.oneIn(3);
    const until = this.#clock.milliseconds + this.#random.below(LONGEST_WRITING);
    if (isSlow) this.#written.set(name, { bytes: content, until });
    this.#put(name, isSlow ? content.subarray(0, this.#random.below(content.length)) : content);
  }

  #put(name: string, bytes: Buffer): void {
    this.#trace.note(`  laid out ${name} ${hashOf(bytes)}`);
    this.folders.outbound.set(name, { bytes, modified: this.#clock.milliseconds });
  }

  async #take(name: string, bytes: Buffer): Promise<void> {
    const at = this.#clock.now();
    const fileId = this.#next();
    const judgement = judge({ name, bytes }, this.habits.refusesRepeats ? this.#received : []);
    const { verdict, file, acknowledgement } = judgement;
    const claims: JudgedClaim[] = judgement.claims.map((claim) => {
      const clearinghouseClaimId = this.#next();
      return {
        ...claim,
        scenario: scenarioOf(claim.claim.coverage.memberId),
        clearinghouseClaimId,
        payerClaimControlNumber: `SIM${clearinghouseClaimId}`,
      };
    });
    this.#received.push(receivedOf({ fileId, name, bytes, at, verdict }, file?.envelope));
    const isRefused = verdict === 'rejected' || verdict === 'partly-accepted';
    this.books.taken.push({
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      verdict,
      controlNumber: file?.envelope.interchangeControlNumber,
      claims: claims.map(({ patientControlNumber, claim, scenario }) => ({
        patientControlNumber,
        visit: visitOf(claim),
        scenario: scenario.name,
      })),
      refused: isRefused ? (file?.claims ?? []).map((claim) => claim.patientControlNumber) : [],
    });
    this.#trace.note(`  taken ${name} ${verdict} ${claims.length}`);
    const upload = { fileId, name, at, test: name.includes('OATEST'), username: 'SIM' };
    if (verdict === 'ignored') return;
    if (verdict === 'unreadable') this.#waiting.push(errorReportOn(upload));
    if (!file || !acknowledgement) return;
    const judged: JudgedFile = { ...upload, file, claims };
    this.#waiting.push(acknowledgementTo(judged, acknowledgement), ...reportsOn(judged));
    for (const era of erasOf(judged, () => this.#next())) {
      this.books.paid.push(era.remittance);
      const shape = this.#random.below(3);
      if (shape !== 0) this.#waiting.push(eraFile(judged, era));
      if (shape !== 1) this.#waiting.push(await eraPackage(judged, era));
    }
  }

  #next(): string {
    this.#number += 1;
    return String(this.#number);
  }
}

function receivedOf(
  upload: { fileId: string; name: string; bytes: Buffer; at: UtcInstant; verdict: ReceivedFile['verdict'] },
  envelope: { interchangeSender: { id: string }; interchangeControlNumber: number } | undefined,
): ReceivedFile {
  const { fileId, name, bytes, at, verdict } = upload;
  return {
    fileId,
    name,
    sizeBytes: bytes.length,
    sha256: hashOf(bytes),
    receivedAt: at,
    test: name.includes('OATEST'),
    verdict,
    ...(envelope && {
      interchange: {
        senderId: envelope.interchangeSender.id,
        controlNumber: envelope.interchangeControlNumber,
      },
    }),
    claims: [],
    archivePath: '',
  };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 12);
