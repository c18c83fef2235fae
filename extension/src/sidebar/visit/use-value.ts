/** What a field needs to know of the value at its path, and how it changes it. */
import { valueAt } from '@claimside/shared/claim';
import { type Origin, originOf, setField } from './form.ts';
import { looksRight } from './looks.ts';
import { blocks, noticesAt } from './notices.ts';
import { dropUnread, setUnread, type Unread, unreadAt } from './unread.ts';
import { originSentence, useVisitTools } from './visit-context.tsx';

export interface FieldValue {
  readonly value: unknown;
  readonly origin: Origin;
  /** Something found here keeps the claim from being sent. */
  readonly isWrong: boolean;
  /** Where the value comes from and what was found here, for screen readers. */
  readonly description: string;
  /** What was typed over the value and can't be read. */
  readonly unread: Unread | undefined;
  set(value: unknown): void;
  /** Keeps what can't be read until it is mended; undefined lets go of it. */
  setUnread(unread: Unread | undefined): void;
  /** A person compared it with the chart. */
  looksRight(): void;
}

/** `also` are further paths that this field answers for. */
export function useValue(path: string, also: readonly string[] = []): FieldValue {
  const { form, notices, update } = useVisitTools();
  const origin = originOf(form, path);
  const found = noticesAt(notices, path, ...also);
  const said = found.map(({ finding }) => `${finding.message} ${finding.fix}`);
  return {
    value: valueAt(form.draft, path),
    unread: unreadAt(form, path),
    origin,
    isWrong: found.some(blocks),
    description: [originSentence(origin), ...said].filter(Boolean).join('. '),
    set: (value) => update((at) => setField(at, path, value)),
    setUnread: (unread) => update((at) => (unread ? setUnread(at, path, unread) : dropUnread(at, path))),
    looksRight: () => update((at) => looksRight(at, path)),
  };
}
