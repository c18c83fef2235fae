/** Tells by content, never by name, what kind of file this is. */
import { FindingList } from './findings.ts';
import { readSegments } from './reader.ts';

export type FileKind =
  | 'ta1'
  | '999'
  | '270'
  | '271'
  | '276'
  | '277ca'
  | '277'
  | '835'
  | '837p'
  | 'other-x12'
  | 'not-x12';

/** The kind of the first transaction set; `ta1` when there is only a TA1. Looks no further than the head of that set. */
export function identify(bytes: Uint8Array): FileKind {
  const [first = 'not-x12'] = walkKinds(bytes);
  return first;
}

/** All kinds in a file, each once, in the order of the file: some senders put several kinds of answers in one. A TA1 beside sets comes last. */
export function identifyAll(bytes: Uint8Array): FileKind[] {
  return [...new Set(walkKinds(bytes))];
}

/** The transactions of a file by ST01 and version, each once, for words about those that nobody here reads. */
export function setsIn(bytes: Uint8Array): { readonly identifier: string; readonly version: string }[] {
  const sets = new Map<string, { readonly identifier: string; readonly version: string }>();
  let groupVersion = '';
  for (const segment of readSegments(bytes, new FindingList())) {
    if (segment.id === 'GS') groupVersion = segment.element(8);
    if (segment.id !== 'ST') continue;
    const [identifier, version] = [segment.element(1), segment.element(3) || groupVersion];
    sets.set(`${identifier} ${version}`, { identifier, version });
  }
  return [...sets.values()];
}

function* walkKinds(bytes: Uint8Array): Generator<FileKind> {
  let hasSegments = false;
  let hasInterchangeAcknowledgement = false;
  let hasSets = false;
  let hasFileAcknowledgement = false;
  let groupVersion = '';
  /** A 277 whose version does not say which: told by its BHT. */
  let isUndecided = false;
  for (const segment of readSegments(bytes, new FindingList())) {
    hasSegments = true;
    if (segment.id === 'TA1') hasInterchangeAcknowledgement = true;
    else if (segment.id === 'GS') groupVersion = segment.element(8);
    else if (segment.id === 'ST') {
      hasSets = true;
      const kind = kindOfSet(segment.element(1), segment.element(3) || groupVersion);
      isUndecided = kind === undefined;
      if (kind === '999') hasFileAcknowledgement = true;
      if (kind !== undefined) yield kind;
    } else if (segment.id === 'BHT' && isUndecided) {
      isUndecided = false;
      yield segment.element(1) === '0085' || segment.element(6) === 'TH' ? '277ca' : '277';
    }
  }
  // The reader of a 999 reads the TA1 beside it.
  if (hasInterchangeAcknowledgement && !hasFileAcknowledgement) yield 'ta1';
  else if (hasSegments && !hasSets) yield 'other-x12';
  else if (isUndecided) yield 'other-x12';
}

/** By ST01 and version; undefined for a 277 of unknown version. */
function kindOfSet(identifier: string, version: string): FileKind | undefined {
  if (isOneKind(identifier)) return identifier;
  if (identifier === '837' && version.includes('X222')) return '837p';
  if (identifier !== '277') return 'other-x12';
  if (version.includes('X214')) return '277ca';
  if (version.includes('X213')) return 'other-x12';
  return version.includes('X212') ? '277' : undefined;
}

/** Those of which every version is read as one of its family. */
const isOneKind = (identifier: string) =>
  identifier === '999' ||
  identifier === '835' ||
  identifier === '270' ||
  identifier === '271' ||
  identifier === '276';
