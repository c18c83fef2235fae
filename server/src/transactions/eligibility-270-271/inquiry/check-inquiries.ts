/** Holds against one another what a 270 says in several places: each patient has a question, a number of its own, and what payers find people by. */
import type { Fault, Segment } from '../../../x12/index.ts';
import type { Frame } from '../../guide/frame.ts';
import type { Fields } from '../../guide/rules.ts';
import type { ReportPlace, SetWatch } from '../../parts/answers/kind.ts';
import { UsedTraces } from '../../parts/used-traces.ts';

const PATIENTS = new Set(['2000C', '2000D']);

interface OpenPatient {
  /** The first of the level. */
  segment?: Segment;
  hasFault: boolean;
}

export class InquiryWatch implements SetWatch {
  readonly #report: ReportPlace;
  readonly #traces: UsedTraces;
  /** Levels of persons that are open. */
  readonly #open = new Map<Frame, OpenPatient>();

  constructor(report: ReportPlace) {
    this.#report = report;
    this.#traces = new UsedTraces(report);
  }

  opened(frame: Frame): void {
    if (PATIENTS.has(frame.loop.id)) this.#open.set(frame, { hasFault: false });
  }

  placed(segment: Segment, _: unknown, frame: Frame): void {
    const open = this.#open.get(frame.level);
    if (open === undefined) return;
    open.segment ??= segment;
    if (segment.id === 'TRN') this.#traces.use(segment, frame);
  }

  /** What a person lacks may follow from any error within. */
  faulty(): void {
    for (const open of this.#open.values()) open.hasFault = true;
  }

  closed(frame: Frame): void {
    const open = this.#open.get(frame);
    this.#open.delete(frame);
    if (open?.segment === undefined || open.hasFault) return;
    const { target, parent, path } = frame;
    if (listOf(target.dependents).length > 0) return;
    const subscriber = frame.loop.id === '2000D' ? (parent?.target ?? {}) : target;
    for (const found of faultsOf(target, subscriber)) this.#report(open.segment, found, path);
  }
}

function faultsOf(patient: Fields, subscriber: Fields): Fault[] {
  const isFound = subscriber.memberId !== undefined || (isNamed(patient) && patient.birthDate !== undefined);
  const found: Fault[] = [];
  if (listOf(patient.questions).length === 0)
    found.push({
      code: 'QUESTION-MISSING',
      snip: 4,
      message: 'Nothing is asked about this patient (EQ).',
      fix: 'Ask for one service type at least; 30 is the plan as a whole.',
    });
  if (listOf(patient.traces).length === 0)
    found.push({
      code: 'TRACE-MISSING',
      severity: 'warning',
      snip: 4,
      message: 'The inquiry has no number (TRN) by which its answer could be told.',
      fix: 'Give it one that is used for nothing else.',
    });
  if (!isFound)
    found.push({
      code: 'PATIENT-SEARCH',
      severity: 'warning',
      snip: 4,
      message: 'The payer has neither a member ID nor name and birth date to find the patient by.',
      fix: 'Write the member ID as it stands on the card, or last name, first name and birth date.',
    });
  return found;
}

const isNamed = ({ lastName, firstName }: Fields) => lastName !== undefined && firstName !== undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
