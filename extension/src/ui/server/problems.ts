/** Turns whatever went wrong between this browser and the server into one sentence and what to do. */
import { Problem } from '@claimside/shared/api';
import type { Finding } from '@claimside/shared/edits';

export type TroubleKind =
  /** No answer, or not a whole one: server down, network down, wrong address. */
  | 'unreachable'
  /** Something answered, but not a Claimside server. */
  | 'not-claimside'
  /** The server does not know this device any more. */
  | 'revoked'
  /** The role of this device does not allow it. */
  | 'not-allowed'
  | 'not-found'
  /** The request was understood and refused; `findings` when edits failed. */
  | 'refused'
  | 'too-many'
  /** The server answered that it failed. */
  | 'server-failed';

const UNCERTAIN: readonly TroubleKind[] = ['unreachable', 'not-claimside', 'server-failed', 'too-many'];

/** The outside failed. `message` is for a person and never holds patient data. */
export class ServerTrouble extends Error {
  readonly kind: TroubleKind;
  /** The problem's stable word, such as `code-expired`; empty when none was sent. */
  readonly code: string;
  readonly findings: readonly Finding[];
  /** The claim that stands in the way, when one does. */
  readonly claim: { readonly id: string; readonly billedAt?: string | undefined } | undefined;

  constructor(
    kind: TroubleKind,
    message: string,
    code = '',
    findings: readonly Finding[] = [],
    claim?: ServerTrouble['claim'],
  ) {
    super(message);
    this.name = 'ServerTrouble';
    this.kind = kind;
    this.code = code;
    this.findings = findings;
    this.claim = claim;
  }

  /**
   * True when the server gave a definite no: nothing was stored, and trying again unchanged is useless. What something
   * between us and the server said in its place tells nothing about what was stored.
   */
  get isFinal(): boolean {
    return !UNCERTAIN.includes(this.kind);
  }
}

/** The fetch itself failed. Browsers do not say why, so the sentence names the likely causes. */
export function unreachable(serverUrl: string): ServerTrouble {
  return new ServerTrouble(
    'unreachable',
    `No answer from ${host(serverUrl)}. Check that the server runs and that the address is right, then try again.`,
  );
}

/** The answer began and did not end: what the server did is not known. */
export function brokenOff(serverUrl: string): ServerTrouble {
  return new ServerTrouble(
    'unreachable',
    `The answer from ${host(serverUrl)} broke off. Check the network, then try again.`,
  );
}

/** Reads an answer outside 2xx. */
export async function troubleFrom(response: Response, serverUrl: string): Promise<ServerTrouble> {
  let text: string;
  try {
    text = await response.text();
  } catch {
    return brokenOff(serverUrl);
  }
  const problem = Problem.safeParse(readJson(text));
  if (!problem.success) return withoutProblem(response.status, serverUrl);
  const { status, detail, code, findings, claimId, billedAt } = problem.data;
  const claim = claimId === undefined ? undefined : { id: claimId, billedAt };
  return new ServerTrouble(kindOf(status), SENTENCES[code] ?? detail, code, findings ?? [], claim);
}

/** What can be shown for any error: a trouble's own sentence, otherwise a plain one. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ServerTrouble) return error.message;
  return 'Something failed inside Claimside. Close the sidebar and open it again.';
}

/** Sentences that must name a place in this browser, which the server cannot know. */
const SENTENCES: Readonly<Record<string, string>> = {
  // The server does not tell a revoked device from one it never knew.
  'not-paired':
    'An admin has revoked this browser, or it was not used for long. Ask your admin for a new code. Pair it again in Options.',
};

function kindOf(status: number): TroubleKind {
  if (status === 401) return 'revoked';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  if (status === 429) return 'too-many';
  return status >= 500 ? 'server-failed' : 'refused';
}

function withoutProblem(status: number, serverUrl: string): ServerTrouble {
  if (status >= 500) {
    return new ServerTrouble(
      'server-failed',
      `${host(serverUrl)} answered that it failed (${status}). Try again in a minute; if it stays, tell your admin.`,
    );
  }
  return notClaimside(serverUrl);
}

/** Something answered, in a way that no Claimside server does. */
export function notClaimside(serverUrl: string): ServerTrouble {
  return new ServerTrouble(
    'not-claimside',
    `${host(serverUrl)} answered, but it is not a Claimside server. Check the address.`,
  );
}

/** The JSON in a text; undefined when it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function host(serverUrl: string): string {
  return URL.canParse(serverUrl) ? new URL(serverUrl).host : 'the server';
}
