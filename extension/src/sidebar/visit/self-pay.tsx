/** The way out for a patient whom no insurance covers: a superbill in place of a claim. */
import { err } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { keepVisit } from '../../paper/visit-kept.ts';
import { Button } from '../../ui/parts/index.ts';
import { openPaper } from '../claims/open-paper.ts';
import { labelOf } from './claim-fields/find.ts';
import { selfPayVisitOf } from './self-pay-visit.ts';
import { unreadFindings } from './unread.ts';
import { useVisitTools } from './visit-context.tsx';

export function SelfPay() {
  const { form, goTo } = useVisitTools();
  const [missing, setMissing] = useState<string>();
  const press = async () => {
    const [unread] = unreadFindings(form);
    const visit = unread ? err(unread.path) : selfPayVisitOf(form.draft);
    setMissing(visit.ok ? undefined : visit.error);
    if (visit.ok)
      openPaper({ kind: 'self-pay', kept: await keepVisit(browser.storage.session, visit.value) });
    else goTo(visit.error);
  };
  if ((form.draft.serviceLines ?? []).length === 0) return null;
  return (
    <div class="self-pay">
      <Button kind="quiet" class="small" icon="open" onClick={() => void press()}>
        Superbill: the patient pays without insurance
      </Button>
      {missing !== undefined && (
        <p class="finding tone-warning" role="alert">
          The superbill needs this first: {labelOf(missing)}.
        </p>
      )}
    </div>
  );
}
