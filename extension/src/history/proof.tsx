/** The history as it is printed: who, what was sent when in which file, what came back in which file. */
import type { ClaimHistory } from '@claimside/shared/api';
import { describeEvent, type FollowUp, takenBackIds } from '@claimside/shared/lifecycle';
import { formatMoney } from '@claimside/shared/values';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, Tag } from '../ui/parts/index.ts';
import { exactly, filedOf, type Submission, whenOf } from './filed.ts';

const HOW: Readonly<Record<FollowUp, string>> = {
  resend: 'Sent again as new, after a rejection',
  replacement: 'Replacement of the claim before',
  void: 'Cancellation of the claim before',
  'next-payer': 'Billed to the next insurance',
  instead: 'Another insurance billed instead',
};

export function Proof({ history }: { history: ClaimHistory }) {
  const [withNotes, setWithNotes] = useState(false);
  const hasNotes = history.submissions.some(({ notes }) => notes.length > 0);
  const { practice } = history;
  return (
    <main class={withNotes ? 'proof with-notes' : 'proof'}>
      <div class="not-printed proof-tools">
        <Button kind="main" onClick={() => print()}>
          Print
        </Button>
        {hasNotes && (
          <label>
            <input
              type="checkbox"
              checked={withNotes}
              onChange={(event) => setWithNotes(event.currentTarget.checked)}
            />{' '}
            Print the notes too
          </label>
        )}
      </div>
      <header>
        <h1>Proof of timely filing</h1>
        <dl class="facts">
          {practice && <Fact name="Billing provider">{practice.name}</Fact>}
          {practice && (
            <Fact name="NPI, tax ID">
              {practice.npi}, {practice.taxId}
            </Fact>
          )}
          <Fact name="Patient">
            {history.patientName}, born {history.birthDate}
          </Fact>
          <Fact name="Clearinghouse">{clearinghousesOf(history)}</Fact>
          <Fact name="Put together">{exactly(history.at)}</Fact>
        </dl>
      </header>
      {history.submissions.map((submission) => (
        <OneSubmission key={submission.id} submission={submission} />
      ))}
    </main>
  );
}

/** Each by its name, in the order in which the claims went by them. */
function clearinghousesOf({ submissions }: ClaimHistory): string {
  const names = submissions.flatMap(({ clearinghouse }) => clearinghouse || []);
  return [...new Set(names)].join(', ') || 'none';
}

function OneSubmission({ submission }: { submission: Submission }) {
  const filed = filedOf(submission);
  const { file, serviceDates } = submission;
  return (
    <section class="submission" aria-label={`Claim ${submission.patientControlNumber}`}>
      <h2>
        Claim <span class="mono">{submission.patientControlNumber}</span>
        <span class="dim"> · {submission.how ? HOW[submission.how] : 'First claim'}</span>
      </h2>
      <p class="filed">
        <Tag tone={filed.isProof ? 'good' : 'warning'}>{filed.isProof ? 'Filed' : 'No proof yet'}</Tag>{' '}
        {filed.words}
        {filed.saidOn && `, dated ${filed.saidOn}`}
        {filed.at && `, ${filed.saidOn ? 'learnt ' : ''}${exactly(filed.at)}`}.
      </p>
      <dl class="facts">
        <Fact name="Payer">
          {submission.payerName} ({submission.payerId}), member {submission.memberId}
        </Fact>
        <Fact name="Service">
          {serviceDates.first}
          {serviceDates.last !== serviceDates.first && ` to ${serviceDates.last}`},{' '}
          {formatMoney(submission.totalCharge)}
        </Fact>
        <Fact name="Trace number (CLM01)">
          <span class="mono">{submission.patientControlNumber}</span>
        </Fact>
        {submission.clearinghouseClaimId && (
          <Fact name="Clearinghouse’s claim number">
            <span class="mono">{submission.clearinghouseClaimId}</span>
          </Fact>
        )}
        {submission.payerClaimControlNumber && (
          <Fact name="Payer’s claim number">
            <span class="mono">{submission.payerClaimControlNumber}</span>
          </Fact>
        )}
        {file ? (
          <>
            <Fact name="File sent">
              <span class="mono">{file.name}</span>
            </Fact>
            <Fact name="SHA-256 of the file">
              <span class="mono hash">{file.sha256}</span>
            </Fact>
            <Fact name="Interchange, batch">
              <span class="mono">
                {String(file.interchangeControlNumber).padStart(9, '0')}, {file.batchReference}
              </span>
            </Fact>
            <Fact name="Made, received by the clearinghouse’s server">
              {exactly(file.madeAt)}, {file.sentAt ? exactly(file.sentAt) : 'not confirmed'}
            </Fact>
          </>
        ) : (
          <Fact name="File sent">in no file</Fact>
        )}
      </dl>
      <History submission={submission} />
      {submission.notes.length > 0 && (
        <div class="notes-part">
          <h3>Notes</h3>
          <ul>
            {submission.notes.map(({ id, at, by, text }) => (
              <li key={id}>
                {exactly(at)}, {by}: {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Every fact with its time and the file that it was learnt from. */
function History({ submission }: { submission: Submission }) {
  const takenBack = takenBackIds(submission.events);
  const files = new Map(submission.answers.map((answer) => [answer.id, answer]));
  return (
    <table>
      <caption class="for-screen-readers">What happened to this claim</caption>
      <thead>
        <tr>
          <th scope="col">Learnt (UTC)</th>
          <th scope="col">What</th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody>
        {submission.events.map((event) => {
          const isTakenBack = takenBack.has(event.id);
          const { title, detail } = describeEvent(event, submission.clearinghouse || 'the clearinghouse');
          const { saidOn } = whenOf(event);
          const file = event.source.kind === 'inbound-file' ? files.get(event.source.fileId) : undefined;
          return (
            <tr key={event.id}>
              <td class="when">{exactly(event.at).replace(' UTC', '')}</td>
              <td>
                {isTakenBack ? <s>{title}</s> : title}
                {isTakenBack && ' (taken back)'}
                {saidOn && <span class="small"> Dated {saidOn}.</span>}
                {detail && <span class="dim small"> {detail}</span>}
              </td>
              <td class="small">
                {file ? (
                  <>
                    <span class="mono">{file.name}</span>
                    <span class="mono hash dim">{file.sha256}</span>
                  </>
                ) : event.source.kind === 'person' ? (
                  'A person'
                ) : (
                  'Claimside'
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt class="dim">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
