/** Holds against one another what a 276 says in several places: numbers that must differ, and days that one place at least must say. */
import type { Segment } from '../../x12/index.ts';
import type { Frame } from '../guide/frame.ts';
import type { Fields } from '../guide/rules.ts';
import type { ReportPlace, SetWatch } from '../parts/answers/kind.ts';
import { UsedTraces } from '../parts/used-traces.ts';

const CLAIMS = new Set(['2200D', '2200E']);

interface OpenClaim {
  trace?: Segment;
  hasFault: boolean;
}

export class RequestWatch implements SetWatch {
  readonly #report: ReportPlace;
  readonly #traces: UsedTraces;
  /** Claims that are open, one at a time. */
  readonly #open = new Map<Frame, OpenClaim>();

  constructor(report: ReportPlace) {
    this.#report = report;
    this.#traces = new UsedTraces(report);
  }

  opened(frame: Frame): void {
    if (CLAIMS.has(frame.loop.id)) this.#open.set(frame, { hasFault: false });
  }

  placed(segment: Segment, _: unknown, frame: Frame): void {
    const open = this.#open.get(frame);
    if (open === undefined || segment.id !== 'TRN') return;
    open.trace = segment;
    this.#traces.use(segment, frame);
  }

  /** What is missing may follow from any error within. */
  faulty(): void {
    for (const open of this.#open.values()) open.hasFault = true;
  }

  closed(frame: Frame): void {
    const open = this.#open.get(frame);
    this.#open.delete(frame);
    if (open?.trace === undefined || open.hasFault || hasDate(frame.target)) return;
    this.#report(
      open.trace,
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
