/** Who does what with an 837P: Claimside's own work, and what each X12 package for Node can do of it. */
import type { WorkName } from './contender.ts';

export interface Entry extends WorkName {
  readonly name: string;
  /** What it does and, by being left out, what it does not. */
  readonly does: string;
  /** What it tells after a round, so that nothing is left out unseen. */
  readonly counts: 'segments' | 'claims' | 'bytes';
  /** The work of ours that does the same or more. */
  readonly beside?: string;
  /** The module that it is in, when not `ours`. */
  readonly ours?: string;
}

export const ENTRIES: readonly Entry[] = [
  {
    module: 'ours',
    work: 'segments',
    name: 'Claimside: segments',
    does: 'segments only: components cut out, places kept',
    counts: 'segments',
  },
  {
    module: 'x12-parser',
    work: 'segments',
    name: 'x12-parser: X12parser',
    does: 'segments only: an object of components each',
    counts: 'segments',
    beside: 'segments',
  },
  {
    module: 'node-x12-edi',
    work: 'segments',
    name: 'node-x12-edi: generateSegments',
    does: 'segments only: elements, components left together',
    counts: 'segments',
    beside: 'segments',
  },
  {
    module: 'node-x12',
    work: 'stream',
    name: 'node-x12: X12Parser as a stream',
    does: 'segments only: elements with places, components left together',
    counts: 'segments',
    beside: 'segments',
  },
  {
    module: 'node-x12',
    work: 'object-model',
    name: 'node-x12: X12Parser.parse',
    does: 'segments in groups and sets; counts, control numbers compared',
    counts: 'segments',
    beside: 'segments',
  },
  {
    module: 'ours',
    work: 'read',
    name: 'Claimside: read',
    does: 'typed claims; every segment and element held against the guide',
    counts: 'claims',
  },
  {
    module: 'ours',
    work: 'check',
    name: 'Claimside: check',
    does: 'as read, and all edits on each claim',
    counts: 'claims',
  },
  {
    module: 'ours',
    work: 'edits',
    name: 'Claimside: edits',
    does: 'all edits on typed claims that are in memory; no file',
    counts: 'claims',
  },
  {
    module: 'ours',
    work: 'write',
    name: 'Claimside: write',
    does: 'typed claims to a file: loops, numbers, counts, sums, folding',
    counts: 'bytes',
  },
  {
    module: 'node-x12',
    work: 'generator',
    name: 'node-x12: X12Generator.toString',
    does: 'segments that are ready (its notation) to a file',
    counts: 'bytes',
    beside: 'write',
  },
  {
    module: 'node-x12',
    work: 'to-text',
    name: 'node-x12: X12Interchange.toString',
    does: 'segments that are ready (its object model) joined to a file',
    counts: 'bytes',
    beside: 'write',
  },
  {
    module: 'node-x12-edi',
    work: 'generate',
    name: 'node-x12-edi: toX12',
    does: 'segments that are ready, through a map each',
    counts: 'segments',
    beside: 'write',
  },
];

/** Read from disk in pieces, never held as a whole. */
export const FROM_DISK: readonly (WorkName & { readonly name: string })[] = [
  { module: 'ours', work: 'nothing', name: 'a process that does nothing' },
  { module: 'ours', work: 'segments-from-disk', name: 'Claimside: segments' },
  { module: 'ours', work: 'read-from-disk', name: 'Claimside: read' },
  { module: 'ours', work: 'check-from-disk', name: 'Claimside: check' },
  { module: 'ours', work: 'rewrite-from-disk', name: 'Claimside: read and write again' },
  { module: 'x12-parser', work: 'segments-from-disk', name: 'x12-parser: X12parser' },
];
