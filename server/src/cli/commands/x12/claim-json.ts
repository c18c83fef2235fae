/** The JSON of an 837P while it is read: interchanges, groups and sets around one claim a line. */
import type {
  ClaimFileVisitor,
  GroupStart,
  InterchangeStart,
  ReadClaim,
  SetStart,
} from '../../../transactions/claim-837p/index.ts';
import type { X12Finding } from '../../../x12/index.ts';

/** Gathers text until it is taken; the whole is `{kinds, professionalClaims: {interchanges}, findings}`. */
export class ClaimJson implements ClaimFileVisitor<ReadClaim> {
  #text = '{"kinds":["837p"],\n"professionalClaims":{"interchanges":[';
  /** Items so far in each list that is open: interchanges, groups, sets, claims. */
  readonly #counts = [0];
  #acknowledgements: (readonly string[])[] = [];

  interchange(start: InterchangeStart): void {
    this.#open(0, start, 'groups');
  }

  interchangeAcknowledgement(elements: readonly string[]): void {
    this.#acknowledgements.push(elements);
  }

  group(start: GroupStart): void {
    this.#open(1, start, 'sets');
  }

  set(start: SetStart): void {
    this.#open(2, start, 'claims');
  }

  claim(claim: ReadClaim): void {
    this.#next();
    this.#text += JSON.stringify(claim);
  }

  end(findings: readonly X12Finding[]): void {
    this.#closeTo(0);
    const lines = findings.map((finding) => `\n${JSON.stringify(finding)}`);
    this.#text += `]},\n"findings":[${lines.join(',')}]}\n`;
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  /** An item of the list at `depth`, with a list of its own that stays open. */
  #open(depth: number, start: object, list: string): void {
    this.#closeTo(depth);
    this.#next();
    const said = JSON.stringify(start).slice(1, -1);
    this.#text += `{${said}${said === '' ? '' : ','}"${list}":[`;
    this.#counts.push(0);
  }

  #next(): void {
    const count = this.#counts.pop() ?? 0;
    this.#counts.push(count + 1);
    this.#text += count === 0 ? '\n' : ',\n';
  }

  #closeTo(depth: number): void {
    while (this.#counts.length > depth + 1) {
      this.#counts.pop();
      const late = this.#counts.length === 1 ? this.#acknowledgements.splice(0) : [];
      this.#text += late.length === 0 ? ']}' : `],"acknowledgements":${JSON.stringify(late)}}`;
    }
  }
}
