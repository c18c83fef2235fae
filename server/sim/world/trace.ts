/** All that happens in one simulated life, told line by line into one hash: the same seed must give the same. */
import { createHash } from 'node:crypto';

export class Trace {
  readonly #hash = createHash('sha256');
  readonly #tell: ((line: string) => void) | undefined;
  lines = 0;

  /** `tell` hears each line, for who follows a seed. */
  constructor(tell?: (line: string) => void) {
    this.#tell = tell;
  }

  note(line: string): void {
    this.lines += 1;
    this.#hash.update(line).update('\n');
    this.#tell?.(line);
  }

  /** Of all lines so far; nothing can be noted after it. */
  digest(): string {
    return this.#hash.digest('hex').slice(0, 16);
  }
}
