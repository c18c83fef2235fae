/** Makes inputs and has them read; keeps those that show something new and makes further ones from them. */
import type { X12Finding } from '../src/x12/index.ts';
import { Input } from './input.ts';
import { mutate } from './mutate/index.ts';
import { checkFindings } from './promises/findings.ts';
import { BrokenPromise } from './promises/promise.ts';
import { checkSize } from './promises/size.ts';
import { Random } from './random.ts';
import type { Sources } from './sources/index.ts';
import type { Target } from './targets/target.ts';

/** Names an input: the index of its oldest forebear first, its own last. With the seed it says all of its bytes. */
export type Lineage = readonly number[];

export interface Failure {
  readonly target: string;
  readonly promise: string;
  readonly detail: string;
  /** The same for failures that are likely to have one cause. */
  readonly way: string;
}

/** An input. */
export interface Made {
  readonly text: string;
  readonly lineage: Lineage;
}

const NOTHING_THROWS = 'nothing throws because of content';
/** Bounds of what is kept: number, bytes of each, forebears of each. */
const MOST_KEPT = 3_000;
const LONGEST_KEPT = 1_500;
const OLDEST_KEPT = 40;
/** Uses of one index that must not share their numbers. */
const CHOOSING_PARENT = 1;
const CHOOSING_TARGETS = 2;
/** Only so often all readers are given an input, also those that are not made for it: they say so and are done. */
const FOR_ALL_ONE_IN = 20;

export class Fuzzer {
  readonly #seed: number;
  readonly #sources: Sources;
  readonly #targets: readonly Target[];
  readonly #kept: Made[] = [];
  readonly #seen = new Set<string>();

  constructor(seed: number, sources: Sources, targets: readonly Target[]) {
    this.#seed = seed;
    this.#sources = sources;
    this.#targets = targets;
  }

  /** How many different things were found in inputs so far. */
  get seen(): number {
    return this.#seen.size;
  }

  /** The input of an index: of an input that was kept, or of a fresh file. */
  make(index: number): Made {
    const choosing = new Random(this.#seed, index, CHOOSING_PARENT);
    const parent = choosing.oneIn(2) ? choosing.pick(this.#kept) : undefined;
    const lineage = [...(parent?.lineage ?? []), index];
    return { text: childOf(parent?.text, this.#seed, index, this.#sources), lineage };
  }

  /** Has an input read by the targets; gives the first promise that was broken. */
  read({ text, lineage }: Made): Failure | undefined {
    const input = new Input(text);
    const random = new Random(this.#seed, lineage.at(-1), CHOOSING_TARGETS);
    const isForAll = random.oneIn(FOR_ALL_ONE_IN);
    let isNew = false;
    for (const target of this.#targets) {
      if (!isForAll && !(isMadeFor(target, input) && random.oneIn(target.oneIn ?? 1))) continue;
      const failure = tryTarget(target, input, (feature) => {
        if (this.#seen.has(feature)) return;
        this.#seen.add(feature);
        isNew = true;
      });
      if (failure) return failure;
    }
    if (isNew) this.#keep(input, lineage);
    return undefined;
  }

  #keep({ bytes }: Input, lineage: Lineage): void {
    if (bytes.length > LONGEST_KEPT || lineage.length >= OLDEST_KEPT || this.#kept.length >= MOST_KEPT)
      return;
    // A text of its own, not a part of the longer one that it was cut from.
    this.#kept.push({ text: bytes.toString('latin1'), lineage });
  }
}

/** The text of an input by its name, without the run that it came from. */
export function textOf(seed: number, lineage: Lineage, sources: Sources): string {
  let text: string | undefined;
  for (const index of lineage) text = childOf(text, seed, index, sources);
  return text ?? '';
}

/** What one target makes of an input: the promise that it broke, or nothing. */
export function tryTarget(
  target: Target,
  input: Input,
  see: (feature: string) => void = () => {},
): Failure | undefined {
  try {
    const { findings, kept, seen = [] } = target.read(input);
    checkFindings(findings, input);
    checkSize(kept, input.bytes.length);
    for (const feature of seen) see(`${target.name} ${feature}`);
    for (const finding of findings) see(featureOf(target.name, finding));
    return undefined;
  } catch (error) {
    return failureOf(target.name, error);
  }
}

function failureOf(target: string, error: unknown): Failure {
  if (error instanceof BrokenPromise) {
    const { promise, message: detail } = error;
    return { target, promise, detail, way: `${target} ${promise}` };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const [, where = ''] = /\n\s+at (.*)/.exec(stack) ?? [];
  return { target, promise: NOTHING_THROWS, detail: stack, way: `${target} ${where}` };
}

function isMadeFor({ transactions }: Target, input: Input): boolean {
  return transactions === undefined || transactions.some((each) => input.transactions.has(each));
}

/** Ids of segments that nobody knows are one and the same thing. */
function featureOf(target: string, { code, location }: X12Finding): string {
  const { segmentId, element = 0, loop } = location;
  if (code === 'SEGMENT-UNKNOWN') return code;
  return `${target} ${code} ${segmentId} ${element} ${loop.replaceAll(/\d+\]/g, ']')}`;
}

function childOf(parent: string | undefined, seed: number, index: number, sources: Sources): string {
  const random = new Random(seed, index);
  const text = parent ?? sources.take(random);
  return mutate(text, random, () => sources.take(random));
}
