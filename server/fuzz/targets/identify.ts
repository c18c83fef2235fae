/** identify and identifyAll: they agree with one another and with what is in the file. */
import { identify, identifyAll } from '../../src/x12/index.ts';
import { must } from '../promises/promise.ts';
import type { Target } from './target.ts';

export const identifyTarget: Target = {
  name: 'identify',
  oneIn: 4,
  read({ bytes, segments }) {
    const kinds = identifyAll(bytes);
    const first = identify(bytes);
    must(
      first === (kinds[0] ?? 'not-x12'),
      'the first kind of all is the kind',
      () => `${first}, all: ${kinds.join(' ')}`,
    );
    must(new Set(kinds).size === kinds.length, 'each kind is told once', () => kinds.join(' '));
    must(
      (segments.length === 0) === (first === 'not-x12'),
      'what has a segment is X12',
      () => `${segments.length} segments, ${first}`,
    );
    return { findings: [], kept: kinds, seen: kinds };
  },
};
