/** Every address of a draft with its path and the words for it. */
import type { ClaimDraft } from '../claim/index.ts';
import { eachFacility } from './roles.ts';

export interface DraftAddress {
  readonly line1?: string | undefined;
  readonly line2?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country?: string | undefined;
}

type See = (address: DraftAddress, path: string, whose: string) => void;

/** All but the practice's own places, which must have nine digits: see `eachPracticeAddress`. */
export function eachAddress(draft: ClaimDraft, see: See): void {
  if (draft.patient?.address) see(draft.patient.address, 'patient.address', "The patient's");
  if (draft.subscriber?.address) see(draft.subscriber.address, 'subscriber.address', "The insured person's");
  if (draft.payToAddress) see(draft.payToAddress, 'payToAddress', 'The pay-to');
  if (draft.payToPlan?.address) see(draft.payToPlan.address, 'payToPlan.address', "The pay-to plan's");
  if (draft.coverage?.payerAddress) see(draft.coverage.payerAddress, 'coverage.payerAddress', "The payer's");
  if (draft.ambulancePickUp) see(draft.ambulancePickUp, 'ambulancePickUp', 'The pick-up');
  if (draft.ambulanceDropOff?.address)
    see(draft.ambulanceDropOff.address, 'ambulanceDropOff.address', 'The drop-off');
  if (draft.otherCoverages) ofOtherCoverages(draft, see);
  const lines = draft.serviceLines;
  if (!lines) return;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line?.orderingProvider?.address)
      see(
        line.orderingProvider.address,
        `serviceLines.${index}.orderingProvider.address`,
        "The ordering provider's",
      );
    if (line?.ambulancePickUp)
      see(line.ambulancePickUp, `serviceLines.${index}.ambulancePickUp`, 'The pick-up');
    if (line?.ambulanceDropOff?.address)
      see(line.ambulanceDropOff.address, `serviceLines.${index}.ambulanceDropOff.address`, 'The drop-off');
  }
}

/** The billing address and those of facilities. */
export function eachPracticeAddress(draft: ClaimDraft, see: See): void {
  if (draft.billingProvider?.address)
    see(draft.billingProvider.address, 'billingProvider.address', "The practice's");
  eachFacility(draft, ({ address }, path) => {
    if (address) see(address, `${path}.address`, "The facility's");
  });
}

function ofOtherCoverages({ otherCoverages }: ClaimDraft, see: See): void {
  otherCoverages?.forEach(({ subscriber, payer }, index) => {
    if (subscriber?.address)
      see(subscriber.address, `otherCoverages.${index}.subscriber.address`, "The other insurance's member's");
    if (payer?.address) see(payer.address, `otherCoverages.${index}.payer.address`, "The other payer's");
  });
}
