/** Decides what a received file is: by its content first, by its name only where content leaves it open. */
import type { INBOUND_FILE_KINDS } from '@claimside/shared/api';
import { identify } from '../x12/index.ts';
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
  if (kind === '999' || kind === 'ta1' || kind === '277ca' || kind === '277' || kind === '835') return kind;
  if (kind !== 'not-x12') return 'unknown';
  return textReport(bytes) ?? byName(profile, name) ?? 'unknown';
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
