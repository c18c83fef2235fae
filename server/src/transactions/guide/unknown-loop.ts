/** A loop that nobody can name, as its opening is under an unknown qualifier or got lost: what follows belongs to it. */
import type { Segment } from '../../x12/index.ts';
import type { Candidate } from './compile.ts';
import type { Frame } from './frame.ts';
import type { Qualifier } from './rules.ts';

export interface UnknownLoop {
  /** The first of it. */
  readonly segment: Segment;
  /** The innermost loop that has such loops in it. */
  readonly frame: Frame;
  /** An HL: it ends what is open, and is not lost with its level: what follows tells that. */
  readonly isLevel: boolean;
  /** Of an opening: where its qualifier stands. */
  readonly qualifier?: Qualifier;
  /** Ids of what may stand in such a loop; nothing of a level. */
  readonly within: ReadonlySet<string>;
}

/** Such as NM1*QQ among providers, or HL with a level that does not exist; looked for in the open level, an HL in all. */
export function unknownOpening(segment: Segment, innermost: Frame): UnknownLoop | undefined {
  const isLevel = segment.id === 'HL';
  for (let frame: Frame | undefined = innermost; frame; frame = frame.parent) {
    const opened = frame.loop.index.get(segment.id)?.filter(({ loop }) => loop !== undefined) ?? [];
    const qualifier = opened.find((candidate) => candidate.qualifier)?.qualifier;
    if (qualifier)
      return { segment, frame, isLevel, qualifier, within: isLevel ? NOTHING : idsWithin(opened) };
    if (frame.loop.rule.isLevel && !isLevel) return undefined;
  }
  return undefined;
}

/** Such as N3 behind a lost NM1*77: in the open level there are loops that it could stand in, none of them open. */
export function remainsOfLoop(segment: Segment, innermost: Frame): UnknownLoop | undefined {
  for (let frame: Frame | undefined = innermost; frame; frame = frame.parent) {
    const around = frame.loop.children.filter(
      ({ loop }) => !loop?.rule.isLevel && loop?.index.has(segment.id),
    );
    if (around.length > 0) return { segment, frame, isLevel: false, within: idsWithin(around) };
    if (frame.loop.rule.isLevel) return undefined;
  }
  return undefined;
}

function idsWithin(candidates: readonly Candidate[]): ReadonlySet<string> {
  return new Set(candidates.flatMap(({ loop }) => (loop ? [...loop.index.keys()] : [])));
}

const NOTHING: ReadonlySet<string> = new Set();
