/** Harm done to whole segments: lost, twice, a thousand times, out of order, of another file or id. */
import { divide } from '../divided.ts';
import type { Random } from '../random.ts';
import type { Mutation } from './mutation.ts';

/** Ids that readers look for, and some that none does. */
const IDS = (
  'ISA GS ST SE GE IEA TA1 BHT NM1 N1 N3 N4 PER REF HL PRV SBR PAT DMG CLM DTP DTM HI LX SV1 SVD CAS OI MOA MIA AMT QTY ' +
  'PWK NTE CR1 CRC HCP LIN CTP BPR TRN CLP SVC PLB LQ AK1 AK2 IK3 IK4 IK5 AK9 CTX STC FRM K3 ZZ ZZZ A1B isa nm1 N I 9A'
).split(' ');

/** What repeating may make of a file: short ones as a rule, so that many are read. */
const LONG = 100_000;
const LONGEST = 2_000_000;

export const SEGMENT_MUTATIONS: readonly Mutation[] = [
  onSegments('lose segments', 40, (segments, random) => {
    segments.splice(random.below(segments.length), random.few(8));
  }),
  onSegments('repeat segments', 30, (segments, random) => {
    const at = random.below(segments.length);
    segments.splice(at, 0, ...segments.slice(at, at + random.few(12)));
  }),
  onSegments('swap two segments', 30, (segments, random) => {
    const [one, two] = [random.below(segments.length), random.below(segments.length)];
    [segments[one], segments[two]] = [segments[two] ?? '', segments[one] ?? ''];
  }),
  onSegments('move segments', 30, (segments, random) => {
    const moved = segments.splice(random.below(segments.length), random.few(12));
    segments.splice(random.below(segments.length + 1), 0, ...moved);
  }),
  onSegments('another id', 20, (segments, random) => {
    const at = random.below(segments.length);
    segments[at] = (segments[at] ?? '').replace(/^(\s*)[A-Za-z0-9]*/, `$1${random.pick(IDS) ?? ''}`);
  }),
  {
    name: 'segments of another file',
    weight: 30,
    change(text, random, other) {
      const { segments, by } = divide(text);
      const from = divide(other());
      const first = random.below(from.segments.length);
      const taken = from.segments
        .slice(first, first + random.few(20))
        .map((segment) => segment.replaceAll(from.by.element, by.element));
      const lost = random.oneIn(2) ? taken.length : 0;
      segments.splice(random.below(segments.length + 1), lost, ...taken);
      return segments.join(by.terminator);
    },
  },
  {
    name: 'repeat segments many times',
    weight: 1,
    change(text, random) {
      const { segments, by } = divide(text);
      const at = random.below(segments.length);
      const part = segments
        .slice(at, at + random.few(6))
        .map((segment) => segment + by.terminator)
        .join('');
      const longest = random.oneIn(200) ? LONGEST : random.oneIn(10) ? LONG : LONG / 10;
      const times = Math.min(random.pick([10, 100, 220, 1000, 20_000]), longest / (part.length + 1));
      segments.splice(at, 0, part.repeat(Math.floor(times)).slice(0, -1));
      return segments.join(by.terminator);
    },
  },
];

function onSegments(
  name: string,
  weight: number,
  change: (segments: string[], random: Random) => void,
): Mutation {
  return {
    name,
    weight,
    change(text, random) {
      const { segments, by } = divide(text);
      change(segments, random);
      return segments.join(by.terminator);
    },
  };
}
