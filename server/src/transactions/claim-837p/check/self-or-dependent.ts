/** SBR02: 18 exactly where the patient is the subscriber, so that no patient level (2000C) may follow alone. */
import type { Fault, Segment } from '../../../x12/index.ts';
import type { Frame } from '../../guide/frame.ts';

/** The subscriber level that is open. A subscriber with claims of their own may have dependents, too. */
export class SelfOrDependent {
  #level: Frame | undefined;
  #sbr: Segment | undefined;
  #hasOwnClaim = false;

  /** Every segment in turn; `tell` is called with the SBR. */
  placed(
    segment: Segment,
    frame: Frame,
    tell: (segment: Segment, fault: Fault, loop: string, element: number) => void,
  ): void {
    const { id } = segment;
    if (id === 'SBR' && frame.loop.rule.id === '2000B') {
      this.#level = frame;
      this.#hasOwnClaim = false;
      this.#sbr = segment.element(2) === '18' ? segment : undefined;
    } else if (id === 'CLM' && frame.parent === this.#level) this.#hasOwnClaim = true;
    else if (id === 'PAT' && this.#sbr && !this.#hasOwnClaim && frame.loop.rule.id === '2000C') {
      tell(this.#sbr, FAULT, this.#level?.path ?? '', 2);
      this.#sbr = undefined;
    }
  }
}

const FAULT: Fault = {
  code: 'SBR02-DEPENDENT',
  snip: 4,
  message: 'SBR02 says that the patient is the subscriber, and the patient level of somebody else follows.',
  value: '18',
  acknowledgement: { segment: 'IK4', code: 'I13' },
  fix: 'Leave SBR02 empty, or send the claim without a patient level.',
};
