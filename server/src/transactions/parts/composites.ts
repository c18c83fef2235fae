/** Finds and repairs composites that are divided by another character than ISA16 says. */
import type { Fault, Segment } from '../../x12/index.ts';

/** Takes what is found of an element. */
interface Findings {
  report(segment: Segment, fault: Fault, element: number): void;
}

/** Elements that are always composite, by segment. */
const COMPOSITE_AT: ReadonlyMap<string, number> = new Map([
  ['CLM', 5],
  ['HI', 1],
  ['SV1', 1],
  ['SVC', 1],
  ['STC', 1],
]);

/** Follows a set and hands each segment on with the component separator that the set really uses. */
export class TrueComposites {
  readonly #findings: Findings;
  #separator: string | undefined;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** The first composite that ISA16 does not divide tells the separator; reported once. */
  take(segment: Segment): Segment {
    if (this.#separator === undefined) {
      const at = COMPOSITE_AT.get(segment.id);
      if (at === undefined || segment.isDivided(at)) return segment;
      this.#detect(segment, at);
    }
    return this.#separator === undefined ? segment : segment.withComponentSeparator(this.#separator);
  }

  #detect(segment: Segment, at: number): void {
    const text = segment.element(at);
    const separator = /^[A-Z0-9]{1,5}([^A-Za-z0-9\s.,'&()-])[A-Z0-9]/i.exec(text)?.[1];
    if (separator === undefined) return;
    this.#separator = separator;
    const message = 'Composites are not divided by the character in ISA16; read by the one they use.';
    const fix = 'Write the character in ISA16 between components, or the other one in ISA16.';
    const fault = {
      code: 'COMPONENT-SEPARATOR',
      message,
      value: separator,
      expected: segment.separators.component,
      fix,
    };
    this.#findings.report(segment, fault, at);
  }
}
