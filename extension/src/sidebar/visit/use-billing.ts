/** The bill button's state: sends once at a time, keeps the outcome in words, brings the claim into view. */
import type { CreateClaimRequest } from '@claimside/shared/api';
import type { EditContext, Finding } from '@claimside/shared/edits';
import { useQueryClient } from '@tanstack/preact-query';
import { useCallback, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { dayOf } from '../../ui/parts/index.ts';
import { usePractice, useServer } from '../../ui/server/index.ts';
import type { PageLink } from '../page-link.ts';
import { today } from '../today.ts';
import { type BillOutcome, billVisit, type Visit } from './bill.ts';
import { payerNameToRemember } from './payer-name.ts';

export interface Billing {
  readonly isSending: boolean;
  readonly outcome: { readonly tone: 'warning' | 'bad'; readonly sentence: string } | undefined;
  /** What the server found wrong that our own edits did not. */
  readonly refused: readonly Finding[];
  /** The claim that stands in the way of the last press, to be looked at; `isSameVisit`: the page names the visit alike. */
  readonly standing: { readonly claimId: string; readonly isSameVisit: boolean } | undefined;
  /** `secondVisitOfDay`: a person saw that claim and says that this is another visit. */
  bill(secondVisitOfDay?: boolean): void;
  /** What was said about the last press is old once a person changes the draft. */
  clear(): void;
}

export function useBilling(on: {
  visit: Visit | undefined;
  /** What the edits of its draft know. */
  context: EditContext;
  link: PageLink | undefined;
  reread(): void;
  /** The server is known to hold the claim that a press was for. */
  hasClaim: boolean;
  /** The claim of this visit that was not taken, where this one is sent because of it. */
  follows: CreateClaimRequest['follows'];
  /** The server has the claim: its first sight is this id. */
  billed(claimId: string): void;
}): Billing {
  const server = useServer();
  const queries = useQueryClient();
  const practice = usePractice();
  const [isSending, setSending] = useState(false);
  const [ended, setEnded] = useState<{ visitKey: string; tabId: number; outcome: BillOutcome }>();
  const sending = useRef(false);
  const { visit, context, link } = on;

  const bill = useCallback(
    async (secondVisitOfDay: boolean) => {
      if (!visit || !link || sending.current) return;
      sending.current = true;
      setEnded(undefined);
      setSending(true);
      const outcome = await billVisit(
        visit,
        { ...context, today: today() },
        {
          binding: link.binding,
          createClaim: server.createClaim,
          keys: browser.storage.session,
          newKey: () => crypto.randomUUID(),
        },
        secondVisitOfDay,
        on.follows,
      );
      sending.current = false;
      setSending(false);
      if (outcome.kind === 'billed') {
        queries.setQueryData(['claim', outcome.claim.id], outcome.claim);
        on.billed(outcome.claim.id);
        // Behind the bill: where it fails, the next visit asks for the payer again.
        const chosen = payerNameToRemember(visit, practice.data?.payers ?? []);
        if (chosen)
          void server.rememberPayerName(chosen).then(
            () => queries.invalidateQueries({ queryKey: ['practice'] }),
            () => undefined,
          );
      }
      if (outcome.kind === 'billed' || outcome.kind === 'already-billed') {
        await queries.invalidateQueries({ queryKey: ['claims'] });
      }
      if (outcome.kind === 'other-chart' || outcome.kind === 'page-changed') on.reread();
      setEnded({ visitKey: visit.key, tabId: link.tabId, outcome });
    },
    [visit, context, link, server, queries, practice.data, on.follows, on.reread, on.billed],
  );

  // That the page had moved on is said on whatever that tab shows now.
  const hasMovedOn = ended !== undefined && MOVED_ON.includes(ended.outcome.kind);
  const isHere = ended?.visitKey === visit?.key || (hasMovedOn && ended.tabId === link?.tabId);
  // The answer was lost, but the claim came in all the same.
  const isSettled = ended?.outcome.kind === 'not-confirmed' && on.hasClaim;
  const outcome = isHere && !isSettled ? ended?.outcome : undefined;
  return {
    isSending,
    outcome: outcome && wordsFor(outcome),
    refused: outcome?.kind === 'refused' ? outcome.findings : [],
    standing: outcome && standingOf(outcome),
    bill: (secondVisitOfDay = false) => void bill(secondVisitOfDay),
    clear: useCallback(() => setEnded(undefined), []),
  };
}

/** Nothing was sent, as the page was not what was read any more. */
const MOVED_ON: readonly BillOutcome['kind'][] = ['other-chart', 'page-changed', 'no-answer'];

function standingOf(outcome: BillOutcome): Billing['standing'] {
  if (outcome.kind === 'looks-billed') return { claimId: outcome.claimId, isSameVisit: false };
  if (outcome.kind !== 'already-billed' || outcome.claimId === undefined) return undefined;
  return { claimId: outcome.claimId, isSameVisit: true };
}

/** What became of a press, in words; nothing where the claim came in. */
export function wordsFor(outcome: BillOutcome): Billing['outcome'] {
  switch (outcome.kind) {
    case 'billed':
      return undefined;
    case 'other-chart':
      return {
        tone: 'bad',
        sentence:
          'Not sent: the page shows another chart now. The draft of the visit before is kept with its own chart.',
      };
    case 'page-changed':
      return {
        tone: 'warning',
        sentence: 'Not sent: the page has changed since it was read. Look at it and press once more.',
      };
    case 'no-answer':
      return { tone: 'bad', sentence: 'Not sent: the page did not answer. Reload it, then bill.' };
    case 'looks-billed':
      return {
        tone: 'warning',
        sentence: `Not sent. A claim with the same patient, date and codes was billed on ${dayOf(new Date(outcome.billedAt))}.`,
      };
    case 'already-billed':
      return { tone: 'warning', sentence: 'This visit was billed already; nothing was sent twice.' };
    case 'refused':
      return { tone: 'bad', sentence: `Not sent. ${outcome.sentence}` };
    case 'not-confirmed':
      return { tone: 'bad', sentence: `Not confirmed. ${outcome.sentence}` };
  }
}
