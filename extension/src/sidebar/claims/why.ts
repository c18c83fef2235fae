/** Why a claim needs a person: what its latest answer says, where in the claim the fault most likely is, and what to do. */
import {
  type AdjustmentReason,
  type Advice,
  adviseAdjustments,
  adviseStatus,
} from '@claimside/shared/advice';
import { type Claim, valueAt } from '@claimside/shared/claim';
import type { ClaimEvent, ClaimFact, ClaimPaymentFact } from '@claimside/shared/lifecycle';
import { labelOf } from '../visit/claim-fields/find.ts';

export interface Why {
  /** The sender's own words; empty where there are none. */
  readonly said: string;
  readonly advice: readonly Advice[];
  /** All that were received, also those of what needs no words. */
  readonly codes: readonly string[];
}

/** A place of the claim. */
export interface Where {
  readonly label: string;
  /** What stands there: empty where that is several values, undefined where there is nothing. */
  readonly value: string | undefined;
}

/** Of the last event that asks for a person. */
export function whyOf(events: readonly ClaimEvent[]): Why | undefined {
  for (const { fact } of [...events].reverse()) {
    const why = whyOfFact(fact, events);
    if (why) return why;
  }
  return undefined;
}

function whyOfFact(fact: ClaimFact, events: readonly ClaimEvent[]): Why | undefined {
  switch (fact.type) {
    case 'file-rejected':
      return { said: fact.message, advice: [], codes: fact.codes };
    case 'clearinghouse-pended':
    case 'clearinghouse-rejected':
    case 'payer-rejected': {
      // A report that says the same without a code tells less than the answer before it.
      const codes = events.flatMap(({ fact: each }) => (each.type === fact.type ? each.codes : []));
      const known = fact.codes.length > 0 ? fact.codes : [...new Set(codes)];
      return { said: fact.message, advice: adviseStatus(known), codes: known };
    }
    case 'delivery-unknown':
      return {
        said: 'The connection broke while its file was sent: it may have arrived or not.',
        advice: [],
        codes: [],
      };
    case 'withheld':
    case 'unclear':
      return { said: fact.message, advice: [], codes: [] };
    case 'payment':
      return {
        said: '',
        advice: adviseAdjustments(reasonsOf(fact.payment)),
        codes: [
          ...new Set(
            reasonsOf(fact.payment).flatMap(({ group, reason, remarkCodes }) => [
              `${group}-${reason}`,
              ...remarkCodes,
            ]),
          ),
        ],
      };
    default:
      return undefined;
  }
}

/** Each adjustment with the remarks of its own level. */
function reasonsOf({ adjustments, lines = [], remarkCodes = [] }: ClaimPaymentFact): AdjustmentReason[] {
  const ofLines = lines.flatMap((line) =>
    line.adjustments.map((adjustment) => ({ ...adjustment, remarkCodes: line.remarkCodes })),
  );
  const ofClaim = adjustments.slice(0, adjustments.length - ofLines.length);
  return [...ofClaim.map((adjustment) => ({ ...adjustment, remarkCodes })), ...ofLines];
}

/** The places that a cause names, as far as this claim has them; a place in a line only where there is one line. */
export function whereOf({ fields }: Advice, claim: Claim): Where[] {
  return fields.flatMap((path): Where[] => {
    const place = path.replace('.*', '.0');
    const isOfLine = place !== path;
    if (isOfLine && claim.serviceLines.length > 1) return [];
    const value = valueAt(claim, place);
    if (value === undefined && isOptional(path)) return [];
    return [{ label: labelOf(place), value: textOf(value) }];
  });
}

/** What another person or provider would have to be on the claim for. */
const isOptional = (path: string): boolean =>
  /^(?:subscriber|supervisingProvider|serviceFacility)\./.test(path);

function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'object' ? '' : String(value);
}
