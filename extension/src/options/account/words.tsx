/** What a practice does at Office Ally, in order, and what to look out for. */
import type { PracticeSettings } from '@claimside/shared/api';

export function NewAccount() {
  return (
    <section aria-label="Opening an account">
      <h3>Opening an account</h3>
      <ol class="account-steps">
        <li>Sign up as a provider at officeally.com, with the same tax ID and NPIs as above.</li>
        <li>
          Where it asks how you make claims, choose to create them with your current system. This opens SFTP.
          The software is Claimside, the form is HCFA.
        </li>
        <li>Ask for 999 and 277CA reports. They are off unless somebody asks.</li>
        <li>Ask for ERAs split by check.</li>
        <li>
          Wait for two mails with user name and password for SFTP, mostly within three business days. They are
          not those of the website.
        </li>
        <li>
          Set up the connection below, in test mode. Read its host key, compare it with what Office Ally tells
          you by phone (360-975-7000), and send a test file.
        </li>
        <li>
          Enroll with the payers that ask for it, each for claims and for ERAs; count on 14 to 45 days. After
          Medicare has approved, call 360-975-7000, option 1, before the first Medicare claim.
        </li>
      </ol>
    </section>
  );
}

export function OneSystem(props: { request: NonNullable<PracticeSettings['accountRequest']> }) {
  const { earlierSystem = 'the other software', switchesOn = 'the day of the change' } = props.request;
  return (
    <section aria-label="Changing over">
      <h3>Changing over</h3>
      <p class="finding tone-warning">
        An account takes claims from one system at a time. Agree on {switchesOn} with Office Ally and with
        those who run {earlierSystem}, before either letter goes out.
      </p>
      <ul class="account-steps">
        <li>Enter {switchesOn} as the first day of the connection below: nothing is sent before it.</li>
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
