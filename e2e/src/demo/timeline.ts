/** Prints what is learnt of each claim, a line an event, as it happens. */
import type { ClaimDetail, InboundFile } from '@claimside/shared/api';
import { type ClaimEvent, type ClaimFactType, describeEvent } from '@claimside/shared/lifecycle';
import { formatMoney } from '@claimside/shared/values';
import type { ApiClient } from '../stage/index.ts';

export interface Timeline {
  /** Prints what is new of every claim. */
  print(): Promise<void>;
  /** Resolves when the first claim was sent. */
  readonly sent: Promise<void>;
}

/** The word before what we did ourselves; answers carry the name of the transaction they came in. */
const OWN_STEPS: Partial<Record<ClaimFactType, string>> = {
  captured: 'captured',
  checked: 'checked',
  queued: 'queued',
  sent: 'sent 837P',
};

const ANSWERS: Partial<Record<InboundFile['kind'], string>> = {
  '999': '999',
  ta1: 'TA1',
  '277ca': '277CA',
  '277': '277',
  '835': '835',
  'file-summary': 'File Summary',
  'file-error': 'Error Report',
  'edi-status': 'EDI Status',
};

export function createTimeline(client: ApiClient, say: (line: string) => void): Timeline {
  const printed = new Map<string, number>();
  let sent = () => {};
  const isSent = new Promise<void>((resolve) => {
    sent = resolve;
  });
  let queue: Promise<void> = Promise.resolve();

  const printNew = async () => {
    const { claims } = await list(client);
    for (const { id } of claims) {
      const claim = await client.claim(id);
      const events = claim.events.slice(printed.get(id) ?? 0);
      if (events.length === 0) continue;
      printed.set(id, claim.events.length);
      const kinds = new Map((await files(client)).map((file) => [file.id, file.kind]));
      for (const event of events) say(lineOf(event, kinds));
      if (events.some(({ fact }) => fact.type === 'payment')) say(moneyOf(claim));
      if (claim.events.some(({ fact }) => fact.type === 'sent')) sent();
    }
  };
  return {
    sent: isSent,
    print() {
      queue = queue.then(printNew);
      return queue;
    },
  };
}

function lineOf(event: ClaimEvent, kinds: ReadonlyMap<string, InboundFile['kind']>): string {
  const { source, fact } = event;
  const kind = source.kind === 'inbound-file' ? kinds.get(source.fileId) : undefined;
  const step = OWN_STEPS[fact.type] ?? (kind && ANSWERS[kind]) ?? '';
  const { title, detail } = describeEvent(event, 'Sandbox clearinghouse');
  return `${event.at.slice(11, 19)}  ${step.padEnd(13)} ${[title, detail].filter(Boolean).join(' · ')}`;
}

function moneyOf({ money, status }: ClaimDetail): string {
  const parts = [
    ['paid', money.paid],
    ['contract', money.contractual],
    ['patient', money.patientResponsibility],
    ['other', money.otherAdjustments],
    ['written off', money.writtenOff],
    ['open', money.open],
  ] as const;
  const sum = parts.map(([word, amount]) => `${word} ${formatMoney(amount)}`).join(' + ');
  return `          ${status.padEnd(13)} charge ${formatMoney(money.charge)} = ${sum}`;
}

async function list(client: ApiClient) {
  const response = await client.api.claims.$get({ query: {} });
  if (!response.ok) throw new Error(`no claims: ${response.status}`);
  return response.json();
}

async function files(client: ApiClient) {
  const response = await client.api.files.$get();
  if (!response.ok) throw new Error(`no files: ${response.status}`);
  return response.json();
}
