/** Reads an 835: one remittance for each transaction set, with its claims, lines, adjustments and provider adjustments. */
import { FindingList, type SetPlace, type X12Finding } from '../../x12/index.ts';
import type { GroupStart, InterchangeStart } from '../parts/file-parts.ts';
import type {
  ClaimGroupStart,
  ClaimsOfGroup,
  ReadClaimPayment,
  RemittanceEnd,
  RemittanceFileVisitor,
  RemittanceGroup,
  RemittanceInterchange,
  RemittanceSet,
  RemittanceStart,
} from './file-parts.ts';
import { RemittanceFileReader } from './file-reader.ts';
import type { Remittance } from './model/index.ts';

export interface RemittanceFile {
  /** ISA13 and ISA06 of the first interchange. */
  readonly interchangeControlNumber: string;
  readonly senderId: string;
  /** ISA15 T, of any interchange. */
  readonly isTest: boolean;
  readonly remittances: readonly Remittance[];
  /** Where each of them stands, in their order. */
  readonly places: readonly SetPlace[];
  readonly findings: readonly X12Finding[];
}

/**
 * All remittances of a file. An amount that must be there and can't be read is 0 with an error finding: see
 * `moneyFaults`. Whether it adds up is the business of `balanceRemittance`.
 */
export function readRemittance(bytes: Uint8Array): RemittanceFile {
  const { interchanges, findings } = readRemittanceInterchanges(bytes);
  const header = interchanges[0]?.header;
  return {
    interchangeControlNumber: header?.controlNumber ?? '',
    senderId: header?.senderId ?? '',
    isTest: interchanges.some((interchange) => interchange.header?.usageIndicator === 'T'),
    remittances: remittancesIn(interchanges),
    places: interchanges.flatMap((interchange) =>
      interchange.groups.flatMap((group) =>
        group.sets.map(({ controlNumber }) => ({
          ...(interchange.header && { interchangeControlNumber: interchange.header.controlNumber }),
          ...(group.header && { groupControlNumber: group.header.controlNumber }),
          transactionSetControlNumber: controlNumber,
        })),
      ),
    ),
    findings,
  };
}

/** The remittances of a tree without what stands around them. */
export function remittancesIn(interchanges: readonly RemittanceInterchange[]): Remittance[] {
  return interchanges.flatMap(({ groups }) =>
    groups.flatMap(({ sets }) =>
      sets.map(({ head, claimGroups, end }) => ({
        ...head,
        claims: claimGroups.flatMap(({ claims }) => claims.map(({ payment }) => payment)),
        providerAdjustments: end.providerAdjustments,
      })),
    ),
  );
}

export interface ReadRemittances {
  readonly interchanges: readonly RemittanceInterchange[];
  readonly findings: readonly X12Finding[];
}

/** As `readRemittance`, by interchange, group and set: what `writeRemittanceInterchanges` takes. */
export function readRemittanceInterchanges(bytes: Uint8Array): ReadRemittances {
  const findings = new FindingList();
  const tree = new RemittanceTree();
  const reader = new RemittanceFileReader(findings, tree);
  reader.push(bytes);
  reader.end();
  return { interchanges: tree.interchanges, findings: findings.toArray() };
}

/** Keeps all that is told. */
export class RemittanceTree implements RemittanceFileVisitor<ReadClaimPayment> {
  readonly interchanges: (RemittanceInterchange & {
    groups: RemittanceGroup[];
    acknowledgements?: string[][];
  })[] = [];
  #sets: RemittanceSet[] = [];
  #start: RemittanceStart | undefined;
  #groups: (ClaimsOfGroup & { claims: ReadClaimPayment[] })[] = [];

  interchange(start: InterchangeStart): void {
    this.interchanges.push({ ...start, groups: [] });
  }

  interchangeAcknowledgement(elements: readonly string[]): void {
    const last = this.interchanges.at(-1);
    if (!last) return;
    last.acknowledgements ??= [];
    last.acknowledgements.push([...elements]);
  }

  group(start: GroupStart): void {
    this.#sets = [];
    this.interchanges.at(-1)?.groups.push({ ...start, sets: this.#sets });
  }

  remittance(start: RemittanceStart): void {
    this.#start = start;
    this.#groups = [];
  }

  claimGroup(start: ClaimGroupStart): void {
    this.#groups.push({ ...start, claims: [] });
  }

  claim(claim: ReadClaimPayment): void {
    this.#groups.at(-1)?.claims.push(claim);
  }

  remittanceEnd(end: RemittanceEnd): void {
    if (this.#start) this.#sets.push({ ...this.#start, claimGroups: this.#groups, end });
  }
}
