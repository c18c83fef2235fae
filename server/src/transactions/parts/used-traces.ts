/** Numbers of inquiries (TRN02) in a set: an answer is told by its number, so each stands once. */
import type { Segment } from '../../x12/index.ts';
import { ownText } from '../../x12/index.ts';
import type { Frame } from '../guide/frame.ts';
import type { ReportPlace } from './answers/kind.ts';

export class UsedTraces {
  readonly #report: ReportPlace;
  readonly #used = new Set<string>();

  constructor(report: ReportPlace) {
    this.#report = report;
  }

  use(segment: Segment, { path }: Frame): void {
    const number = segment.element(2);
    if (number === '') return;
    if (!this.#used.has(number)) {
      this.#used.add(ownText(number));
      return;
    }
    this.#report(
      segment,
      {
        code: 'TRACE-REPEATED',
        snip: 4,
        message:
          'Another inquiry of this set has the same number (TRN02): their answers could not be told apart.',
        value: number,
        fix: 'Give each inquiry a number of its own.',
      },
      path,
      2,
    );
  }
}
