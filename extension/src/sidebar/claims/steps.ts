/** Events as steps of a timeline: the same said again by another file is one step that names both files. */
import type { ClaimEvent, describeEvent } from '@claimside/shared/lifecycle';

type Words = ReturnType<typeof describeEvent>;

export interface Step extends Words {
  readonly key: string;
  /** When it was first said. */
  readonly at: string;
  /** Names of the files that said so. */
  readonly files: readonly string[];
}

export function stepsOf(events: readonly ClaimEvent[], describe: (event: ClaimEvent) => Words): Step[] {
  const steps: Step[] = [];
  for (const event of events) {
    const words = describe(event);
    const title = words.title.charAt(0).toUpperCase() + words.title.slice(1);
    const files = event.source.kind === 'inbound-file' ? [event.source.fileName] : [];
    const last = steps.at(-1);
    if (last && last.title === title && last.detail === words.detail) {
      steps[steps.length - 1] = { ...last, files: [...new Set([...last.files, ...files])] };
    } else {
      steps.push({ ...words, title, key: event.id, at: event.at, files });
    }
  }
  return steps;
}
