/** The first line of a claim: its status, since when, and whether a person took it off the lists. Takes the focus where it went with what was pressed. */
import type { ClaimProgress } from '@claimside/shared/api';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ageOf, Status, Tag } from '../../ui/parts/index.ts';
import { useNow } from '../../ui/use-now.ts';

/** `line`: for who brings the focus here. */
export function ClaimStatusLine({
  claim,
  line: given,
}: {
  claim: Pick<ClaimProgress, 'status' | 'statusSince' | 'isClosed'>;
  line?: RefObject<HTMLParagraphElement>;
}) {
  const now = useNow();
  const own = useRef<HTMLParagraphElement>(null);
  const line = given ?? own;
  // The button or row that brought the claim here is gone, and the focus with it.
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) line.current?.focus();
  }, [line]);
  return (
    <p class="claim-status" aria-live="polite" tabIndex={-1} ref={line}>
      <Status status={claim.status} />
      <span class="dim small">{ageOf(claim.statusSince, now)}</span>
      {claim.isClosed && <Tag tone="neutral">Closed by a person</Tag>}
    </p>
  );
}
