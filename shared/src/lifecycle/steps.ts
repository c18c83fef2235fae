/** Events as steps of a timeline: the same said again by another file is one step that names both files. */
import type { EventWords } from './describe.ts';
import type { ClaimEvent, ClaimFactType } from './events.ts';
import { takenBackIds } from './standing.ts';

export interface Step extends EventWords {
  readonly key: string;
  /** When it was first said. */
  readonly at: string;
  /** Names of the files that said so. */
  readonly files: readonly string[];
  /** The events that say so. */
  readonly events: readonly string[];
  /** A person took it back: it says nothing any more. */
  readonly isTakenBack: boolean;
}

/** Said by several reports, each in its own file, in any order: the first time is the step. */
const ACCEPTANCES: readonly ClaimFactType[] = [
  'file-accepted',
  'clearinghouse-received',
  'clearinghouse-accepted',
  'payer-received',
  'payer-accepted',
];

const BETWEEN = ' · ';

/** Each part of them once. */
function together(one: string, other: string): string {
  const parts = [one, other].flatMap((detail) => (detail === '' ? [] : detail.split(BETWEEN)));
  return [...new Set(parts)].toSorted((a, b) => Number(a === BY_HAND) - Number(b === BY_HAND)).join(BETWEEN);
}

/** Of a part of an answer that named no number of ours. */
const BY_HAND = 'matched with this claim by a person';

/** What `describe` has no words for is no step. */
export function stepsOf(
  events: readonly ClaimEvent[],
  describe: (event: ClaimEvent) => EventWords | undefined,
): Step[] {
  const steps: Step[] = [];
  const takenBack = takenBackIds(events);
  for (const event of events) {
    const words = describe(event);
    if (!words) continue;
    const title = words.title.charAt(0).toUpperCase() + words.title.slice(1);
    const { source } = event;
    const files = source.kind === 'inbound-file' ? [source.fileName] : [];
    const isByHand = source.kind === 'inbound-file' && source.matchedBy !== undefined;
    const details = [words.detail, isByHand ? BY_HAND : ''].filter((each) => each !== '');
    const detail = details.join(BETWEEN);
    const isTakenBack = takenBack.has(event.id);
    const isSame = (step: Step) =>
      step.title === title && step.detail === detail && step.isTakenBack === isTakenBack;
    // Each report tells the numbers that it knows.
    const isSameAcceptance = (step: Step) =>
      step.title === title && step.isTakenBack === isTakenBack && step.detail.endsWith(BY_HAND) === isByHand;
    const before = ACCEPTANCES.includes(event.fact.type)
      ? steps.findIndex(isSameAcceptance)
      : steps.slice(-1).some(isSame)
        ? steps.length - 1
        : -1;
    const said = steps[before];
    if (said)
      steps[before] = {
        ...said,
        detail: together(said.detail, detail),
        files: [...new Set([...said.files, ...files])],
        events: [...said.events, event.id],
      };
    else {
      const { id: key, at } = event;
      const tone = isTakenBack ? 'neutral' : words.tone;
      steps.push({ title, detail, tone, key, at, files, events: [key], isTakenBack });
    }
  }
  return steps;
}
