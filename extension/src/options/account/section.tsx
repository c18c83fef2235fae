/** For admins: how the practice gets its account at Office Ally, with the letters to send. */
import type { PracticeSettings } from '@claimside/shared/api';
import { eraTransfer, sftpRequest } from '@claimside/shared/letters';
import { err, type IsoDate, ok } from '@claimside/shared/values';
import { useQueryClient } from '@tanstack/preact-query';
import { dayOf } from '../../ui/parts/index.ts';
import { usePractice } from '../../ui/server/index.ts';
import { PartForm } from '../form/part-form.tsx';
import { isSame } from '../practice/lists.ts';
import { showSaved, useChangePractice } from '../practice/use-change.ts';
import { Section } from '../section.tsx';
import { useSaid } from '../use-said.ts';
import { AccountLetter } from './letter.tsx';
import { NewAccount } from './new-account.tsx';
import { accountPart } from './part.ts';
import { EraAdvice, OneSystem } from './words.tsx';

export function AccountSection() {
  const { data: practice } = usePractice();
  const { said, say, status } = useSaid();
  const queries = useQueryClient();
  const change = useChangePractice();
  if (!practice) return null;
  const { accountRequest } = practice;
  const today = dayOf(new Date());
  return (
    <Section
      title="Clearinghouse account"
      at="account"
      intro="Claims leave by SFTP, which Office Ally opens for you. Say how it stands, and the steps and letters are here."
    >
      <PartForm
        // What was saved is what the next change is made over.
        key={JSON.stringify(typed(accountRequest))}
        title="Your account"
        part={accountPart(today)}
        item={accountRequest}
        practice={practice}
        keyField="uses"
        save={(before, after) =>
          change((now) =>
            now && isSame(typed(now.accountRequest), typed(before))
              ? ok({ ...now, accountRequest: { ...after, ...ticked(now.accountRequest) } })
              : err({ kind: 'changed' as const, now: now?.accountRequest }),
          )
        }
        onSaved={(saved) => {
          showSaved(queries, saved);
          say('Saved. What to do stands below.');
        }}
      />
      <p ref={status} role="status" class="small" tabIndex={-1}>
        {said}
      </p>
      {accountRequest && <WhatToDo practice={practice} request={accountRequest} today={today} />}
    </Section>
  );
}

type AccountRequest = PracticeSettings['accountRequest'];

/** Without the steps, which are ticked beside the form. */
function typed(request: AccountRequest): AccountRequest {
  if (!request) return undefined;
  const { stepsDone: _, ...rest } = request;
  return rest;
}

const ticked = (request: AccountRequest) => request?.stepsDone && { stepsDone: request.stepsDone };

function WhatToDo(props: {
  practice: PracticeSettings;
  request: NonNullable<AccountRequest>;
  today: IsoDate;
}) {
  const { practice, request, today } = props;
  const parts = { practice, today };
  return (
    <>
      {request.uses === 'nothing' && <NewAccount practice={practice} />}
      {request.uses === 'another-system' && <OneSystem request={request} today={today} />}
      <AccountLetter
        title="Request for SFTP"
        intro="Send it to support@officeally.com. They answer in two mails, mostly within three business days: enter host, user name and password under Clearinghouse connections."
        text={sftpRequest(parts)}
      />
      {request.uses === 'another-system' && (
        <AccountLetter
          title="ERA transfer"
          intro="Fax it to 360-314-2184, or ask enrollment at 360-975-7000, option 3, for their form. It names every NPI that you bill under."
          text={eraTransfer(parts)}
        />
      )}
      <EraAdvice />
    </>
  );
}
