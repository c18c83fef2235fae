/** The numbers under which a claim is known, to be read out on the phone. */
import type { ClaimProgress } from '@claimside/shared/api';
import { findPayer } from '@claimside/shared/capture';
import { phoneWords } from '@claimside/shared/papers';
import { CopyButton } from '../../ui/parts/index.ts';
import { usePractice } from '../../ui/server/index.ts';

type Known = Pick<
  ClaimProgress,
  'payerClaimControlNumber' | 'patientControlNumber' | 'clearinghouseClaimId' | 'payerName' | 'claim'
>;

export function Numbers({ claim }: { claim: Known }) {
  return (
    <dl class="numbers">
      <NumberRow name="Payer’s claim number" value={claim.payerClaimControlNumber} />
      <NumberRow name="Our claim number" value={claim.patientControlNumber} />
      <NumberRow name="Clearinghouse’s number" value={claim.clearinghouseClaimId} />
      <NumberRow name={`Phone of ${claim.payerName}`} value={usePayerPhone(claim)} />
    </dl>
  );
}

/** Null where the practice has none of it. */
function usePayerPhone({ claim: { coverage } }: Known): string | null {
  const payers = usePractice().data?.payers ?? [];
  const phone = findPayer(payers, coverage.payerName, coverage.payerId)?.phone;
  return phone === undefined ? null : phoneWords(phone);
}

function NumberRow({ name, value }: { name: string; value: string | null }) {
  if (value === null) return null;
  return (
    <>
      <dt class="dim">{name}</dt>
      <dd>
        <span class="mono">{value}</span>
        <CopyButton text={value} what={name.toLowerCase()} />
      </dd>
    </>
  );
}
