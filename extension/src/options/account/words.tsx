/** What to look out for with an account at Office Ally. */
import type { PracticeSettings } from '@claimside/shared/api';
import type { IsoDate } from '@claimside/shared/values';

export function OneSystem(props: {
  request: NonNullable<PracticeSettings['accountRequest']>;
  today: IsoDate;
}) {
  const { earlierSystem = 'the other software', switchesOn } = props.request;
  if (switchesOn !== undefined && switchesOn < props.today)
    return (
      <section aria-label="Changing over">
        <h3>Changing over</h3>
        <p>
          The account was to change over on {switchesOn}. An account takes claims from one system at a time:
          nothing may go out from {earlierSystem} any more. What went out there before is answered there: work
          it there to the end.
        </p>
      </section>
    );
  const day = switchesOn ?? 'the day of the change';
  return (
    <section aria-label="Changing over">
      <h3>Changing over</h3>
      <p class="finding tone-warning">
        An account takes claims from one system at a time. Agree on {day} with Office Ally and with those who
        run {earlierSystem}, before either letter goes out.
      </p>
      <ul class="account-steps">
        <li>
          The connection below begins with {day} as its first day: nothing is sent before it. It warns where
          the two differ.
        </li>
        <li>
          Send the last claims from {earlierSystem} the day before. What went out there is answered there:
          work it there to the end.
        </li>
        <li>
          For a while both may get the same ERA. Claimside posts only to claims that it knows, and each
          payment once; what is not its own waits under Payments.
        </li>
      </ul>
    </section>
  );
}

export function EraAdvice() {
  return (
    <section aria-label="ERAs">
      <h3>ERAs</h3>
      <p>
        Have them split by check: then one file is one payment, as it stands on the bank statement. A payer
        sends its ERAs to one clearinghouse only; claims may go through several.
      </p>
    </section>
  );
}
