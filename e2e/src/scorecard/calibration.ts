/** How often values of each confidence were right: what a confidence is worth. */
import { READERS, type ReaderName, type Scored } from './all.ts';
import { aligned, share } from './columns.ts';

/** Upper ends of the bands are the lower ends of those above. */
const BANDS = [0.9, 0.8, 0.7, 0.5, 0.3, 0] as const;

export function calibration(scored: readonly Scored[]): string {
  const rows = READERS.flatMap((reader) => rowsOf(scored, reader));
  return aligned([['reader', 'confidence', 'shown', 'right', 'share'], ...rows], 3);
}

function rowsOf(scored: readonly Scored[], reader: ReaderName): string[][] {
  const shown = scored.filter((each) => each.reader === reader).flatMap(({ score }) => score.shown);
  return BANDS.flatMap((from, at) => {
    const below = BANDS[at - 1] ?? Number.POSITIVE_INFINITY;
    const band = shown.filter(({ confidence }) => confidence >= from && confidence < below);
    const right = band.filter(({ isRight }) => isRight).length;
    const name = at === 0 ? `${from} and more` : `${from} to ${below}`;
    return band.length === 0
      ? []
      : [[reader, name, String(band.length), String(right), share(right, band.length)]];
  });
}
