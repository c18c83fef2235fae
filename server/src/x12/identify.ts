/** Tells by content, never by name, what kind of file this is. */
import { FindingList } from './findings.ts';
import { readSegments } from './reader.ts';

export type FileKind = 'ta1' | '999' | '277ca' | '277' | '835' | '837p' | 'other-x12' | 'not-x12';

/** The kind of the first transaction set; `ta1` when there is only a TA1. Looks no further than the head of that set. */
export function identify(bytes: Uint8Array): FileKind {
  let hasSegments = false;
  let hasInterchangeAcknowledgement = false;
  let groupVersion = '';
  for (const segment of readSegments(bytes, new FindingList())) {
    hasSegments = true;
    if (segment.id === 'TA1') hasInterchangeAcknowledgement = true;
    else if (segment.id === 'GS') groupVersion = segment.element(8);
    else if (segment.id === 'ST') {
      const version = segment.element(3) || groupVersion;
      const identifier = segment.element(1);
      if (identifier === '999' || identifier === '835') return identifier;
      if (identifier === '837') return version.includes('X222') ? '837p' : 'other-x12';
      if (identifier !== '277') return 'other-x12';
      if (version.includes('X214')) return '277ca';
      if (version.includes('X212')) return '277';
    } else if (segment.id === 'BHT') {
      return segment.element(1) === '0085' || segment.element(6) === 'TH' ? '277ca' : '277';
    }
  }
  if (hasInterchangeAcknowledgement) return 'ta1';
  return hasSegments ? 'other-x12' : 'not-x12';
}
