/** A file that was read whole for people: each kind of transaction in it in its own words. */
import { acknowledgementsIn } from '../../../../transactions/ack-999/index.ts';
import { type ClaimInterchange, tellInterchanges } from '../../../../transactions/claim-837p/index.ts';
import {
  type RemittanceInterchange,
  tellRemittances,
} from '../../../../transactions/remittance-835/index.ts';
import { answersIn } from '../../../../transactions/status-277ca/index.ts';
import type { Files } from '../kinds.ts';
import { explainAcknowledgements } from './acknowledgement.ts';
import { explainClaimAcknowledgements } from './claim-acknowledgement.ts';
import { explainClaimStatuses } from './claim-status.ts';
import { explainClaimStatusRequests } from './claim-status-request.ts';
import { ClaimExplainer } from './claims.ts';
import { explainEligibilityResponses } from './eligibility-answer.ts';
import { explainEligibilityRequests } from './eligibility-inquiry.ts';
import { RemittanceExplainer } from './remittances.ts';

export function explainFiles(files: Files): readonly string[] {
  const { professionalClaims, remittanceAdvice, implementationAcknowledgement } = files;
  const { claimAcknowledgement, claimStatusRequest, claimStatusResponse } = files;
  const { eligibilityRequest, eligibilityResponse } = files;
  return [
    ...(implementationAcknowledgement
      ? explainAcknowledgements(acknowledgementsIn(implementationAcknowledgement.interchanges))
      : []),
    ...(claimAcknowledgement
      ? explainClaimAcknowledgements(answersIn(claimAcknowledgement.interchanges))
      : []),
    ...(claimStatusRequest ? explainClaimStatusRequests(answersIn(claimStatusRequest.interchanges)) : []),
    ...(claimStatusResponse ? explainClaimStatuses(answersIn(claimStatusResponse.interchanges)) : []),
    ...(eligibilityRequest ? explainEligibilityRequests(answersIn(eligibilityRequest.interchanges)) : []),
    ...(eligibilityResponse ? explainEligibilityResponses(answersIn(eligibilityResponse.interchanges)) : []),
    ...(remittanceAdvice ? explainRemittances(remittanceAdvice.interchanges) : []),
    ...(professionalClaims ? explainClaims(professionalClaims.interchanges) : []),
  ];
}

/** Without envelopes of answers, which are told as such. */
function explainClaims(interchanges: readonly ClaimInterchange[]): readonly string[] {
  const explainer = new ClaimExplainer();
  for (const { acknowledgements: _, groups, ...start } of interchanges) {
    const ofClaims = groups.filter(({ sets }) => sets.length > 0);
    if (ofClaims.length > 0) tellInterchanges([{ ...start, groups: ofClaims }], explainer);
  }
  explainer.end();
  return explainer.take();
}

function explainRemittances(interchanges: readonly RemittanceInterchange[]): readonly string[] {
  const explainer = new RemittanceExplainer();
  tellRemittances(interchanges, explainer);
  return explainer.take();
}
