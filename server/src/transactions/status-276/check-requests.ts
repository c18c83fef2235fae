/** Holds against one another what a 276 says in several places: numbers that must differ, and days that one place at least must say. */
import type { Segment } from '../../x12/index.ts';
import type { Frame } from '../guide/frame.ts';
import type { Fields } from '../guide/rules.ts';
import type { ReportPlace, SetWatch } from '../parts/answers/kind.ts';
import { UsedTraces } from '../parts/used-traces.ts';

const CLAIMS = new Set(['2200D', '2200E']);

export class RequestWatch implements SetWatch {
  readonly #report: ReportPlace;
  readonly #traces: UsedTraces;
  /** The TRN of each claim that is open. */
  readonly #open = new Map<Frame, Segment>();
  /** An error within the claim: what is missing there may follow from it. */
  #hasFault = false;

  constructor(report: ReportPlace) {
    this.#report = report;
    this.#traces = new UsedTraces(report);
  }

  placed(segment: Segment, _: unknown, frame: Frame): void {
    if (segment.id !== 'TRN' || !CLAIMS.has(frame.loop.id)) return;
    this.#hasFault = false;
    this.#open.set(frame, segment);
    this.#traces.use(segment, frame);
  }

  faulty(): void {
    this.#hasFault = true;
  }

  closed(frame: Frame): void {
    const segment = this.#open.get(frame);
    this.#open.delete(frame);
    if (!segment || this.#hasFault || hasDate(frame.target)) return;
    this.#report(
      segment,
      {
        code: 'SERVICE-DATE-MISSING',
        snip: 4,
        message: 'Neither the claim nor each of its lines says its day of service (DTP*472).',
        fix: 'Add the day of the claim, or of each line.',
      },
      frame.path,
    );
  }
}

function hasDate({ serviceDate, lines }: Fields): boolean {
  return serviceDate !== undefined || (Array.isArray(lines) && lines.length > 0);
}
