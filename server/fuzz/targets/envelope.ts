/** InterchangeReader: every beginning has its end, and the same is told however the bytes are cut. */
import {
  type EnvelopeVisitor,
  FindingList,
  InterchangeReader,
  readInterchangeFile,
  type Segment,
} from '../../src/x12/index.ts';
import { chunksOf } from '../promises/chunks.ts';
import { mustBeSame } from '../promises/findings.ts';
import { must, mustEqual } from '../promises/promise.ts';
import { hashOf, Random } from '../random.ts';
import type { Target } from './target.ts';

const CUT = 'an envelope read in chunks is the envelope read at once';
const NESTED = 'envelopes are nested: interchange, group, set';

export const envelopeTarget: Target = {
  name: 'envelope',
  oneIn: 4,
  read({ bytes, text }) {
    const findingList = new FindingList();
    const file = readInterchangeFile(bytes, findingList);
    const findings = findingList.toArray();
    const inChunks = new FindingList();
    const told = new Told();
    const reader = new InterchangeReader(inChunks, told);
    for (const chunk of chunksOf(bytes, new Random(hashOf(text)))) reader.push(chunk);
    reader.end();
    must(told.open === '', NESTED, () => `still open at the end: ${told.open}`);
    mustBeSame(inChunks.toArray(), findings, CUT);
    mustEqual(
      told.sets,
      file.transactionSets.map(({ segments }) => placesOf(segments)),
      CUT,
      'sets',
    );
    mustEqual(
      told.acknowledgements,
      file.interchangeAcknowledgements.map(({ byte }) => byte),
      CUT,
      'TA1',
    );
    mustEqual(
      told.interchanges,
      file.interchanges.map(({ controlNumber }) => controlNumber),
      CUT,
      'interchanges',
    );
    return { findings, kept: file.transactionSets.map(({ segments, group }) => [segments.length, group]) };
  },
};

/** Keeps what a visitor is told, and that it is told in turn. */
class Told implements EnvelopeVisitor {
  /** `I`, `G` and `S` for what has begun and not ended. */
  open = '';
  readonly interchanges: string[] = [];
  readonly acknowledgements: number[] = [];
  readonly sets: number[][] = [];

  interchange({ controlNumber }: { readonly controlNumber: string }): void {
    this.#begin('I', /^$/);
    this.interchanges.push(controlNumber);
  }

  interchangeAcknowledgement({ byte }: Segment): void {
    this.acknowledgements.push(byte);
  }

  group(): void {
    this.#begin('G', /^I?$/);
  }

  transactionSet({ header }: { readonly header: Segment }): void {
    this.#begin('S', /^I?G?$/);
    this.sets.push([header.byte]);
  }

  segment({ byte }: Segment): void {
    must(this.open.endsWith('S'), NESTED, () => `a segment at ${byte} within "${this.open}"`);
    this.sets.at(-1)?.push(byte);
  }

  transactionSetEnd(trailer: Segment | undefined): void {
    this.#end('S');
    if (trailer) this.sets.at(-1)?.push(trailer.byte);
  }

  groupEnd(): void {
    this.#end('G');
  }

  interchangeEnd(): void {
    this.#end('I');
  }

  #begin(what: string, within: RegExp): void {
    must(within.test(this.open), NESTED, () => `${what} begins within "${this.open}"`);
    this.open += what;
  }

  #end(what: string): void {
    must(this.open.endsWith(what), NESTED, () => `${what} ends within "${this.open}"`);
    this.open = this.open.slice(0, -1);
  }
}

function placesOf(segments: readonly Segment[]): number[] {
  return segments.map(({ byte }) => byte);
}
