/** A claim being corrected: its form, what there is to say of it, and the button that sends it. */
import type { ClaimProgress, CreateClaimRequest } from '@claimside/shared/api';
import { completeClaim, type Finding } from '@claimside/shared/edits';
import { useQueryClient } from '@tanstack/preact-query';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { usePractice, useServer } from '../../ui/server/index.ts';
import { today } from '../today.ts';
import { type BillOutcome, refusedAsUnread, sendUnderKey } from '../visit/bill.ts';
import { correctedFields, type VisitForm } from '../visit/form.ts';
import { isRepair, noticesOf } from '../visit/notices.ts';
import { type Billing, wordsFor } from '../visit/use-billing.ts';
import { useGoTo } from '../visit/use-go-to.ts';
import { useKnown } from '../visit/use-known.ts';
import type { VisitTools } from '../visit/visit-context.tsx';
import { type Correction, isUnchanged } from './form-of-claim.ts';

/** The same each time, so that the edits run when something changed and not with each drawing. */
const NONE: readonly Finding[] = [];

/** Of the claim that came back. */
export type Earlier = Pick<
  ClaimProgress,
  'id' | 'visitKey' | 'patientName' | 'serviceDate' | 'payerName' | 'claim' | 'ehr'
>;

export interface Correcting {
  readonly tools: VisitTools;
  readonly billing: Billing;
  readonly isUnchanged: boolean;
}

/** `isOnPurpose`: it shall go once more though nothing is changed. `told`: who said that it is not there, where that is asked for. */
export function useCorrection(
  earlier: Earlier,
  formOf: () => VisitForm,
  {
    how,
    isOnPurpose,
    told,
  }: { readonly how: Correction; readonly isOnPurpose: boolean; readonly told: string },
  sent: (claimId: string) => void,
): Correcting {
  const server = useServer();
  const queries = useQueryClient();
  const practice = usePractice().data ?? null;
  const [form, setForm] = useState(formOf);
  const [outcome, setOutcome] = useState<BillOutcome>();
  const [isSending, setSending] = useState(false);
  const sending = useRef(false);
  // It repeats the services of the claim that it follows: that these are billed is known.
  const known = useKnown(form.draft, practice, false);
  const refused = outcome?.kind === 'refused' ? outcome.findings : NONE;
  const found = useMemo(() => noticesOf(form, known.context, refused), [form, known.context, refused]);
  const [wanted, goTo] = useGoTo();

  const bill = useCallback(async () => {
    if (sending.current) return;
    const unread = refusedAsUnread(form);
    if (unread) return setOutcome(unread);
    const claim = completeClaim(form.draft, { ...known.context, today: today() });
    if (!claim.ok) {
      setOutcome({ kind: 'refused', sentence: 'The claim is not complete.', findings: claim.error });
      return;
    }
    sending.current = true;
    setSending(true);
    const request: CreateClaimRequest = {
      claim: claim.value,
      ehr: earlier.ehr,
      visitKey: earlier.visitKey,
      correctedFields: correctedFields(form),
      follows: {
        claimId: earlier.id,
        how,
        ...(isOnPurpose && { isUnchangedOnPurpose: true }),
        ...(told && { told }),
      },
    };
    const deps = {
      createClaim: server.createClaim,
      keys: browser.storage.session,
      newKey: () => crypto.randomUUID(),
    };
    const ended = await sendUnderKey(earlier.id, request, deps);
    sending.current = false;
    setSending(false);
    setOutcome(ended);
    if (ended.kind !== 'billed') return;
    queries.setQueryData(['claim', ended.claim.id], ended.claim);
    await Promise.all(['claim', 'claims'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    sent(ended.claim.id);
  }, [earlier, how, isOnPurpose, told, form, known.context, server, queries, sent]);

  return {
    isUnchanged: isUnchanged(form),
    tools: {
      form,
      practice,
      known,
      offers: [],
      notices: found.filter((notice) => !isRepair(notice)),
      repairs: found.filter(isRepair),
      update: (change) => {
        setOutcome(undefined);
        setForm(change);
      },
      goTo,
      wanted,
    },
    billing: {
      isSending,
      outcome: outcome && wordsFor(outcome),
      refused,
      standing: undefined,
      bill: () => void bill(),
      clear: useCallback(() => setOutcome(undefined), []),
    },
  };
}
