/** Where inputs come from: good files, files made up from guides, reports, envelopes, and bytes that never were a file. */
import type { Random } from '../random.ts';
import { corpusFiles } from './corpus.ts';
import { ENVELOPES } from './envelopes.ts';
import { goodFiles } from './good-files.ts';
import { madeUpFile } from './made-up.ts';
import { REPORTS } from './reports.ts';

export class Sources {
  /** Good ones. */
  readonly files: readonly string[];

  /** With the sample files of `corpusFolder`, when there is one. */
  constructor(corpusFolder?: string) {
    this.files = [...goodFiles(), ...corpusFiles(corpusFolder)];
  }

  /** A file that nobody has harmed yet. */
  take(random: Random): string {
    const kind = random.below(30);
    if (kind === 0) return noise(random);
    if (kind === 1) return random.pick(REPORTS) ?? '';
    if (kind === 2) return random.pick(ENVELOPES) ?? '';
    return (kind < 12 ? undefined : random.pick(this.files)) ?? madeUpFile(random);
  }
}

function noise(random: Random): string {
  const bytes = Array.from({ length: random.below(300) }, () => random.below(256));
  return String.fromCharCode(...bytes);
}
