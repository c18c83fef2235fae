/** Whether nothing of a claim has left yet, so that it can be taken back. */
import type { ClaimDetail } from '../api/index.ts';

/** A file that a person sends again may have left before. */
export function nothingLeft({
  status,
  outboundFile,
  events,
}: Pick<ClaimDetail, 'status' | 'outboundFile' | 'events'>): boolean {
  if (status !== 'queued') return false;
  if (outboundFile === null) return true;
  return outboundFile.state === 'ready' && !events.some(({ fact }) => fact.type === 'sending-again');
}
