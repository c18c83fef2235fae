/** Errors as RFC 9457 problem documents. None ever holds a value that came in: it might be patient data. */
import type { Problem } from '@claimside/shared/api';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import { expectation } from '../shape-fault.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/** Every problem this API answers with: status, title, and the sentence a person reads. */
const PROBLEMS = {
  'invalid-request': [400, 'The request is not understood', 'The request does not have the expected shape.'],
  'not-paired': [401, 'Not paired', 'This browser is not paired with the practice. Pair it with a code.'],
  'device-waits': [
    403,
    'Not let in yet',
    'The practice’s data was restored from a backup, so an admin has to let this browser in again: in Options, or at the server with claimside devices admit.',
  ],
  'web-page-refused': [403, 'Refused', 'Web pages may not call this server. Use the Claimside extension.'],
  'plain-http-refused': [
    403,
    'Refused',
    'This server answers only what comes to it by HTTPS. Ask your admin.',
  ],
  'role-too-low': [403, 'Not allowed', 'This device may not do that. Ask an admin of the practice.'],
  'not-found': [404, 'Not found', 'There is no such thing here. It may belong to another practice.'],
  'code-wrong': [403, 'Code not accepted', 'This code is not known. Check it and type it again.'],
  'code-used': [410, 'Code used', 'This code has paired a browser already. Ask for a new one.'],
  'code-expired': [
    410,
    'Code expired',
    'This code is too old. Ask for a new one and use it within 10 minutes.',
  ],
  'code-locked': [410, 'Code locked', 'Too many wrong codes were tried meanwhile. Ask for a new code.'],
  'too-many-tries': [429, 'Too many tries', 'Too many wrong codes from this address. Wait, then try again.'],
  'too-large': [413, 'Too large', 'The request is larger than this server takes (1 MB).'],
  'file-too-large': [
    413,
    'Too large',
    'The file is larger than this server reads (32 MB). Ask for smaller files.',
  ],
  'file-empty': [422, 'Nothing in it', 'The file is empty. Choose the file that holds the remittance.'],
  'trial-not-possible': [409, 'No test file now', 'A test file cannot be sent now.'],
  'not-json': [415, 'Not JSON', 'Send application/json.'],
  'practice-changed-meanwhile': [
    409,
    'Changed meanwhile',
    'Another admin changed the practice in this moment. Nothing was stored: save again.',
  ],
  'fee-settings-changed-meanwhile': [
    409,
    'Changed meanwhile',
    'Another admin changed how the fee is counted meanwhile. Nothing was stored: look at it again.',
  ],
  'enrollment-changed-meanwhile': [
    409,
    'Changed meanwhile',
    'Another admin changed this enrollment meanwhile. Nothing was stored: look at it again.',
  ],
  'patient-changed-meanwhile': [
    409,
    'Changed meanwhile',
    'Somebody changed this patient meanwhile, or a visit was billed. Nothing was stored: look at it again.',
  ],
  'patient-known-already': [
    409,
    'Known already',
    'There is a patient of this name and date of birth already. Open that one.',
  ],
  'coverage-twice': [
    422,
    'The same coverage twice',
    'Two of the coverages have the same payer and member ID. Take one of them out.',
  ],
  'practice-not-set-up': [
    409,
    'Practice not set up',
    'The practice has no billing provider yet. An admin sets it up first, in Options.',
  ],
  'self-pay-price-missing': [
    422,
    'No price',
    'A code has no price for who pays alone. Type the charge, or have an admin add the price.',
  ],
  'billing-provider-not-yours': [
    422,
    'Another billing provider',
    'The claim names a billing provider that is not this practice. Take the one of the practice settings.',
  ],
  'claim-has-errors': [
    422,
    'The claim has errors',
    'The claim can not be sent as it is. Correct what is listed.',
  ],
  'idempotency-key-reused': [
    422,
    'Key used for something else',
    'This Idempotency-Key was used for a request with other contents. Make a new key for a new one.',
  ],
  'visit-already-billed': [
    409,
    'Visit already billed',
    'A claim stands for this visit already. Open it instead of billing twice.',
  ],
  'looks-billed-already': [
    409,
    'Looks billed already',
    'A claim stands for the same patient, date, codes and charges. Open it, or say that this is another visit.',
  ],
  'can-not-follow': [
    409,
    'Not possible as it stands',
    'The earlier claim does not allow this now. Its page says what can be done.',
  ],
  'follow-up-unchanged': [
    409,
    'Nothing was changed',
    'This is the very claim that came back. Correct it first, or say that it shall go once more as it is.',
  ],
  'follow-up-differs': [
    422,
    'Not what it says it is',
    'The frequency code and the payer’s claim number do not fit how this claim follows the earlier one.',
  ],
  'can-not-do': [
    409,
    'Not possible as it stands',
    'The claim does not allow this now. Its page says what can be done.',
  ],
  'amount-too-large': [
    422,
    'More than there is',
    'The amount is more than is open, or owed, or was let go or paid before. Correct it.',
  ],
  'payment-known': [
    409,
    'On the claim already',
    'A payment with this check number is on the claim already. Open the claim to see it.',
  ],
  'check-known': [
    409,
    'Came already',
    'A payment with this check number came already. Look for it in the list of payments.',
  ],
  'payment-unbalanced': [
    422,
    'It does not add up',
    'The amounts do not add up, so nothing was posted. Correct what is listed.',
  ],
  'remittance-not-posted': [
    409,
    'Not posted yet',
    'Nothing of this remittance was posted, so there is no money of it to look for at the bank. Its reason says what is in the way.',
  ],
  'file-needs-nobody': [
    409,
    'Needs nobody',
    'This file needs nobody by itself: somebody may have set it aside meanwhile, or its payments wait under Payments. Nothing was changed.',
  ],
  'remittance-decided-already': [
    409,
    'Decided already',
    'This remittance is posted or set aside already. Somebody may have decided meanwhile. Nothing was changed.',
  ],
  'remittance-waits-already': [
    409,
    'Waits already',
    'This payment is not set aside (any more): it waits for a person already. Nothing was changed.',
  ],
  'file-waits-already': [409, 'Waits already', 'This file is not set aside (any more). Nothing was changed.'],
  'remittance-not-postable': [
    409,
    'Can not be posted',
    'Something else is in the way of this remittance. Its reason says what.',
  ],
  'claim-left-already': [
    409,
    'Too late to take back',
    'The file of this claim was sent to the clearinghouse already, so it can not be taken back.',
  ],
  'claim-does-not-wait': [
    409,
    'Nothing to take back',
    'This claim does not wait to be sent. Its timeline says why, and what to do.',
  ],
  'delivery-not-in-doubt': [
    409,
    'Nothing to decide',
    'The file of this claim is not in doubt (any more). Somebody may have decided, or its answer has come.',
  ],
  'answer-decided-already': [
    409,
    'Decided already',
    'Somebody has decided on this answer meanwhile. Nothing was changed.',
  ],
  'answer-waits-already': [
    409,
    'Waits already',
    'This answer waits for a decision already; there is nothing to take back. Decide on it under Claims, Unmatched.',
  ],
  'can-not-take-back': [
    409,
    'Something rests on it',
    'Something was done because of this answer. Undo that first, then take it back.',
  ],
  'told-already': [
    409,
    'Told already',
    'The claim has the same by this check number already. Set the answer aside, or give it to the claim that it is about.',
  ],
  'recipe-of-other-id': [
    422,
    'Recipe of another name',
    'The id in the address and that in the recipe differ. Store each recipe under its own id.',
  ],
  'recipe-changed-meanwhile': [
    409,
    'Changed meanwhile',
    'Somebody else saved how this page is read meanwhile; nothing was overwritten. Open the page again and teach what is still missing.',
  ],
  'too-many-filters': [
    409,
    'Too many saved filters',
    'Fifty filters are kept already. Forget one that nobody uses first.',
  ],
  'too-many-recipes': [
    409,
    'Too many recipes',
    'The practice has as many taught pages as this server keeps. Remove one that is not used any more.',
  ],
  'real-time-not-set-up': [
    409,
    'Questions to payers are not set up',
    'An admin sets up the access for questions that are answered at once (Options, Clearinghouse connections, Questions).',
  ],
  'question-incomplete': [
    422,
    'Too little to ask with',
    'The payer needs more to find the patient or the claim by.',
  ],
  'asked-too-often': [409, 'Asked too often', 'The payer was asked the same too often today. Call it.'],
  'connection-name-taken': [
    409,
    'Name taken',
    'Another connection has this name already. Choose another one.',
  ],
  'connection-set-twice': [
    409,
    'Account set up already',
    'Another connection is this very account. Change that one.',
  ],
  'connection-awaits-answers': [
    409,
    'Answers awaited there',
    'Answers to claims are awaited at the former account. Say whether to keep it as a further connection (former).',
  ],
  'connection-needs-password': [422, 'Password needed', 'Type the password of this account.'],
  'connection-settings-wrong': [
    422,
    'Not an account of this clearinghouse',
    'The account does not fit what is known of its clearinghouse. Correct what is listed.',
  ],
  'connection-in-use': [
    409,
    'Still needed',
    'Claims, files or answers still need this connection. Wait for them, or route its payers elsewhere first.',
  ],
  'main-connection-stays': [
    409,
    'The main connection stays',
    'Every payer without a route goes by the main connection. Change it, or pause it.',
  ],
  'payer-routed-already': [
    409,
    'Routed already',
    'A payer can go by one connection only. Take it out of the other one first.',
  ],
  'claims-wait-in-other-mode': [
    409,
    'Claims wait in the other mode',
    'Claims that wait would go by a connection in the other mode, test or live, and not leave.',
  ],
  'table-unreadable': [
    422,
    'The file can not be taken as it is',
    'The file is not a table that can be read. Nothing was changed.',
  ],
  'payer-unknown': [
    422,
    'No such payer',
    'The practice has no payer with this ID. Add it to the practice first.',
  ],
  'host-not-reached': [
    422,
    'No host key was read',
    'No SFTP server answered there. Check host name and port.',
  ],
  'server-trouble': [
    500,
    'Trouble in the server',
    'Something went wrong in the server; nothing was changed.',
  ],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string, string]>;

export type ProblemCode = keyof typeof PROBLEMS;
type StatusOf<Code extends ProblemCode> = (typeof PROBLEMS)[Code][0];

/** The answer for a problem; `more` adds findings, the claim meant, or a more exact sentence. */
export function problem<Code extends ProblemCode>(
  c: Context,
  code: Code,
  more: Partial<Pick<Problem, 'findings' | 'claimId' | 'billedAt' | 'detail'>> = {},
) {
  const [status, title, detail]: readonly [StatusOf<Code>, string, string] = PROBLEMS[code];
  const body: Problem = { type: `urn:claimside:problem:${code}`, title, status, detail, code, ...more };
  return c.json(body, status, { 'content-type': PROBLEM_TYPE });
}

/** Says where a request is wrong and what is expected there, never what stood there. */
export function invalidRequest(c: Context, target: string, error: z.core.$ZodError) {
  const findings = error.issues.slice(0, 50).map((issue) => ({
    id: 'request-shape',
    severity: 'error' as const,
    path: [target, ...issue.path.map(pathPart)].join('.'),
    message: expectation(issue),
    fix: 'Send what the API description asks for.',
  }));
  const places = findings.slice(0, 3).map(({ path, message }) => `${path} ${message}`);
  return problem(c, 'invalid-request', {
    findings,
    detail: `The request does not have the expected shape: ${places.join('; ')}.`,
  });
}

/** Keys of a record come from the sender too: only names that our own schemas could have are repeated. */
function pathPart(part: PropertyKey): string {
  const text = String(part);
  return typeof part === 'number' || /^[a-z][A-Za-z-]{0,40}$/.test(text) ? text : '?';
}
