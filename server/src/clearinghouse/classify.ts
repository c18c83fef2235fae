/** Decides what a received file is: by its content first, by its name only where content leaves it open. */
import type { INBOUND_FILE_KINDS } from '@claimside/shared/api';
import { type FileKind, identify, identifyAll } from '../x12/index.ts';
import type { ClearinghouseProfile } from './profile.ts';

export type InboundFileKind = (typeof INBOUND_FILE_KINDS)[number];

/** `unknown` when neither content nor name says; such a file is kept and shown, never dropped. */
export function classifyInbound(
  profile: Pick<ClearinghouseProfile, 'reportNames'>,
  name: string,
  bytes: Uint8Array,
): InboundFileKind {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'era-zip';
  const kind = identify(bytes);
  if (isAnswer(kind)) return kind;
  if (kind !== 'not-x12') return 'unknown';
  return textReport(bytes) ?? byName(profile, name) ?? 'unknown';
}

/** All kinds of answers in an X12 file, in its order, and `unknown` last where it holds something else, too. */
export function answersIn(bytes: Uint8Array): InboundFileKind[] {
  const kinds = identifyAll(bytes);
  const answers = kinds.filter(isAnswer);
  return answers.length === kinds.length ? answers : [...answers, 'unknown'];
}

const isAnswer = (kind: FileKind): kind is '999' | 'ta1' | '277ca' | '277' | '835' =>
  kind === '999' || kind === 'ta1' || kind === '277ca' || kind === '277' || kind === '835';

/** A quick look that finds each file of which `answersIn` may tell more than one kind: such files are rare, others may be large. */
export function mayHoldSeveralKinds(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isa = content.indexOf('ISA');
  if (isa === -1) return false;
  const separator = content.toString('latin1', isa + 3, isa + 4);
  const find = (id: string, from: number) => content.indexOf(`${id}${separator}`, from, 'latin1');
  if (find('TA1', isa) !== -1) return true;
  let first: string | undefined;
  for (let at = find('ST', isa); at !== -1; at = find('ST', at + 3)) {
    // The end of a word is no segment.
    if (/[A-Z0-9]/i.test(content.toString('latin1', at - 1, at))) continue;
    const set = content.toString('latin1', at + 3, at + 6);
    first ??= set;
    // There are three transactions of this number.
    if (set !== first || set === '277') return true;
  }
  return false;
}

function textReport(bytes: Uint8Array): InboundFileKind | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096));
  if (/^\s*Dear:/.test(head)) return 'era-text';
  if (/^-+(ERROR|ACCEPTED|PENDING) CLAIM DETAIL/m.test(head)) return 'file-summary';
  if (/^[ \t]+File ID[ \t].*Status/m.test(head)) return 'edi-status';
  return undefined;
}

function byName(
  profile: Pick<ClearinghouseProfile, 'reportNames'>,
  name: string,
): InboundFileKind | undefined {
  return profile.reportNames.find(({ pattern }) => new RegExp(pattern, 'i').test(name))?.shape;
}
