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
  const separator = String.fromCharCode(content[3] ?? 0);
  const at = content.toString('latin1', 0, 3) === 'ISA' ? content.indexOf(`ST${separator}`) : -1;
  if (at === -1) return false;
  const first = content.toString('latin1', at, at + 7);
  if (first.endsWith(`277${separator}`)) return true;
  if (content.includes(`TA1${separator}`)) return true;
  for (let next = at; next !== -1; next = content.indexOf(`ST${separator}`, next + 3)) {
    const isSegment = !/[A-Z0-9]/i.test(String.fromCharCode(content[next - 1] ?? 0));
    if (isSegment && content.toString('latin1', next, next + 7) !== first) return true;
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
