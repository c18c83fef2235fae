/** An 837P for people: who bills whom for what, claim by claim. */
import { draftTotalCharge } from '@claimside/shared/claim';
import { cents, formatMoney } from '@claimside/shared/values';
import type {
  ClaimFileVisitor,
  ClaimRecord,
  GroupStart,
  InterchangeStart,
  SetStart,
} from '../../../../transactions/claim-837p/index.ts';
import { explainClaim } from './claim.ts';
import { keptLines } from './leftovers.ts';
import { nameOf } from './people.ts';
import { rest } from './words.ts';

/** Gathers lines until they are taken. */
export class ClaimExplainer implements ClaimFileVisitor {
  #lines: string[] = [];
  #claims = 0;
  #total = 0;

  interchange({ header }: InterchangeStart): void {
    if (!header) {
      this.#lines.push('Without an interchange');
      return;
    }
    const { controlNumber, senderId, receiverId, date, time, usageIndicator } = header;
    const kind = usageIndicator === 'T' ? ', test' : '';
    const made = `20${date.replace(/^(..)(..)(..)$/, '$1-$2-$3')} ${time.replace(/^(..)(..)$/, '$1:$2')}`;
    this.#lines.push(`Interchange ${controlNumber} from ${senderId} to ${receiverId}, ${made}${kind}`);
  }

  interchangeAcknowledgement([number, , , code]: readonly string[]): void {
    this.#lines.push(`  TA1 about interchange ${number}: ${code}`);
  }

  group({ header }: GroupStart): void {
    if (!header) return;
    const { controlNumber, applicationSender, applicationReceiver, version } = header;
    this.#lines.push(
      `  Group ${controlNumber} from ${applicationSender} to ${applicationReceiver}, ${version}`,
    );
  }

  set({ controlNumber, head, headLeftovers = [] }: SetStart): void {
    const { batchReference, submitter, receiver } = head;
    const batch = batchReference ? `, batch ${batchReference}` : '';
    this.#lines.push(
      `    Set ${controlNumber}${batch}, submitted by ${nameOf(submitter) || '?'} to ${receiver?.name ?? '?'}`,
      ...(submitter?.contacts ?? []).map(
        (contact) => `      Contact: ${rest('contact', contact).join(', ')}`,
      ),
      ...kept(headLeftovers).map((line) => `      ${line}`),
    );
  }

  claim({ patientControlNumber, claim, statedCharge, notInModel = [] }: ClaimRecord): void {
    const charge = statedCharge ?? draftTotalCharge(claim);
    this.#claims += 1;
    this.#total += charge;
    const lines = [
      ...explainClaim(patientControlNumber, claim, charge),
      ...kept(notInModel).map((line) => `  ${line}`),
    ];
    this.#lines.push('', ...lines.map((line) => `      ${line}`));
  }

  /** The sum of all; call it last. */
  end(): void {
    const count = `${this.#claims} ${this.#claims === 1 ? 'claim' : 'claims'}`;
    this.#lines.push('', `${count}, ${formatMoney(cents(this.#total))} charged.`);
  }

  take(): readonly string[] {
    return this.#lines.splice(0);
  }
}

/** Kept when the file is written again, and of no meaning to Claimside. */
function kept(leftovers: Parameters<typeof keptLines>[0]): string[] {
  return leftovers.length === 0
    ? []
    : ['Kept as it stands:', ...keptLines(leftovers).map((line) => `  ${line}`)];
}
