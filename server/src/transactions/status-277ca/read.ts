/** Reads a 277CA: answers to the batch, to each billing provider, and to each claim and line. */
import type { X12Finding } from '../../x12/index.ts';
import { readAnswers } from '../parts/answers/file.ts';
import { type AnswerInterchange, answersIn } from '../parts/answers/tree.ts';
import { CLAIM_ACKNOWLEDGEMENT } from './kind.ts';
import type {
  ClaimAcknowledgement,
  ClaimStatusAnswer,
  InformationSource,
  PatientAnswer,
  ProviderAnswer,
  ReceiverAnswer,
} from './model.ts';

export interface ClaimAcknowledgementFile {
  /** ISA13 and ISA06 of the first interchange. */
  readonly interchangeControlNumber: string;
  readonly senderId: string;
  readonly transactions: readonly ClaimAcknowledgement[];
  readonly findings: readonly X12Finding[];
}

/** Answers in the order of the file; a claim-level 277 (005010X212) is left out with a warning. */
export function readClaimAcknowledgement(bytes: Uint8Array): ClaimAcknowledgementFile {
  const { interchanges, findings } = readClaimAcknowledgementInterchanges(bytes);
  const header = interchanges[0]?.header;
  return {
    interchangeControlNumber: header?.controlNumber ?? '',
    senderId: header?.senderId ?? '',
    transactions: answersIn(interchanges),
    findings,
  };
}

export type ClaimAcknowledgementInterchange = AnswerInterchange<ClaimAcknowledgement>;

/** By interchange, group and set: what `writeClaimAcknowledgementInterchanges` takes. */
export function readClaimAcknowledgementInterchanges(bytes: Uint8Array): {
  readonly interchanges: readonly ClaimAcknowledgementInterchange[];
  readonly findings: readonly X12Finding[];
} {
  return readAnswers(CLAIM_ACKNOWLEDGEMENT, bytes);
}

/** An answer to a claim with the levels that it stands below. */
export interface ClaimInAnswer {
  readonly source: InformationSource;
  readonly receiver: ReceiverAnswer;
  readonly provider: ProviderAnswer;
  readonly patient: PatientAnswer;
  readonly claim: ClaimStatusAnswer;
}

export function claimsIn({ sources }: ClaimAcknowledgement): ClaimInAnswer[] {
  return sources.flatMap((source) =>
    source.receivers.flatMap((receiver) =>
      receiver.providers.flatMap((provider) =>
        provider.patients.flatMap((patient) =>
          patient.claims.map((claim) => ({ source, receiver, provider, patient, claim })),
        ),
      ),
    ),
  );
}
