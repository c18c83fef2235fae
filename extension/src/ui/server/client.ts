/** The server as typed functions: one per route that the extension uses. */
import type { AppType } from '@claimside/server/app';
import type {
  Assignee,
  BalanceEntryList,
  ClaimAct,
  ClaimDetail,
  ClaimHistory,
  ClaimList,
  ClaimListName,
  ClaimNote,
  ClaimSearch,
  ClaimsPaid,
  ClaimsPaidSearch,
  ClearinghouseFacts,
  CreateClaimRequest,
  DecidedAnswer,
  DecidedDelivery,
  DecideRemittance,
  DeliveryDecision,
  Device,
  EarlierCoverage,
  ExchangeStatus,
  FilterToSave,
  PairingCode,
  PairResponse,
  PayerBalanceList,
  PracticeRecipe,
  PracticeSettings,
  RecipeToKeep,
  RecordDeposit,
  RemittanceDetail,
  RemittanceList,
  RemittanceSearch,
  RemittanceSummary,
  ReopenedAnswers,
  Role,
  SavedFilters,
  Session,
  StandingClaim,
  TypedPayment,
  UnmatchedList,
} from '@claimside/shared/api';
import { InboundFile, PracticeRecipes } from '@claimside/shared/api';
import type { CodeFacts, CodesAsked } from '@claimside/shared/codes';
import { type ClientResponse, hc } from 'hono/client';
import type { Credentials } from './credentials.ts';
import { brokenOff, notClaimside, readJson, troubleFrom, unreachable } from './problems.ts';

/** What narrows a list. */
export type ClaimFilters = Pick<
  ClaimSearch,
  'payerName' | 'assignee' | 'renderingNpi' | 'location' | 'minimumAmount' | 'deadlineBy' | 'search'
>;

export interface Server {
  session(): Promise<Session>;
  /** Null until the practice is set up. */
  practice(): Promise<PracticeSettings | null>;
  /** What the practice's code lists say of these codes; nothing of a patient is sent. */
  codeFacts(asked: CodesAsked): Promise<CodeFacts>;
  /** What the clearinghouse asks of a claim; null for a practice without an account at one. */
  clearinghouse(): Promise<ClearinghouseFacts | null>;
  claims(query: { list?: ClaimListName; visitKey?: string; cursor?: string }): Promise<ClaimList>;
  /** Claims of a list that fit a search and filters; what is looked for stands in no address. */
  searchClaims(search: ClaimSearch): Promise<ClaimList>;
  /** Who a claim can be given to, and the names of those who had one. */
  assignees(): Promise<readonly Assignee[]>;
  /** Gives a claim to a device; null takes it from everyone. Billers and admins. */
  assignClaim(id: string, deviceId: string | null): Promise<unknown>;
  notes(claimId: string): Promise<readonly ClaimNote[]>;
  /** Writes a note for good, and gives all of them; the same key again writes it once. Billers and admins. */
  addNote(claimId: string, text: string, idempotencyKey: string): Promise<readonly ClaimNote[]>;
  /** Each time a claim was sent, in which file, and what came back. Billers and admins. */
  history(claimId: string): Promise<ClaimHistory>;
  /** The claim that stands for the same services, named by a hash; null when there is none. */
  standingClaim(servicesKey: string): Promise<StandingClaim | null>;
  /** How a patient, named by a hash, was insured on earlier claims; two coverages at most. */
  earlierCoverages(patientKey: string): Promise<readonly EarlierCoverage[]>;
  claim(id: string): Promise<ClaimDetail>;
  /** Stores and queues the claim; the same key again gives the same claim. */
  createClaim(request: CreateClaimRequest, idempotencyKey: string): Promise<ClaimDetail>;
  /** Takes a claim back while it is in no file yet. */
  cancelClaim(id: string): Promise<ClaimDetail>;
  /** Says whether the claim's file of unknown fate arrived, for every claim of that file. Billers and admins. */
  decideDelivery(id: string, decision: DeliveryDecision): Promise<DecidedDelivery>;
  /** Writes down what was done about a claim; the same key again writes it once. Billers and admins. */
  recordAct(id: string, act: ClaimAct, idempotencyKey: string): Promise<ClaimDetail>;
  exchange(): Promise<ExchangeStatus>;
  files(): Promise<readonly InboundFile[]>;
  /** A file from the clearinghouse, exactly as it came. */
  fileContent(id: string): Promise<Blob>;
  /** Brings a file from elsewhere; the same content again gives the file that it was. Billers and admins, as the next ones. */
  bringFile(file: File): Promise<InboundFile>;
  /** What waits first, then the newest payment. */
  searchRemittances(query: RemittanceSearch): Promise<RemittanceList>;
  /** Parts of answers that fit no claim for certain. Billers and admins, as the next ones. */
  unmatched(): Promise<UnmatchedList>;
  /** Says which claim an answer is about: the claim learns what it says. */
  matchAnswer(id: string, claimId: string): Promise<void>;
  /** Sets an answer aside: it is about no claim here. */
  dismissAnswer(id: string, reason: string): Promise<void>;
  /** Takes back what was decided of it; gives the answers that wait again. */
  reopenAnswer(id: string): Promise<ReopenedAnswers>;
  /** Answers that people have decided on, the latest first. */
  decidedAnswers(): Promise<readonly DecidedAnswer[]>;
  remittance(id: string): Promise<RemittanceDetail>;
  claimsPaid(id: string, query: ClaimsPaidSearch): Promise<ClaimsPaid>;
  /** All that has arrived of a payment at the bank. */
  recordDeposit(id: string, deposit: RecordDeposit): Promise<RemittanceSummary>;
  /** Says whether it is the money of one that was posted, or another payment. */
  decideRemittance(id: string, decision: DecideRemittance): Promise<RemittanceSummary>;
  /** Posts a payment from paper; refused with findings where it does not add up. */
  typePayment(payment: TypedPayment): Promise<InboundFile>;
  /** Page by page: `cursor` is what the page before gave. */
  payerBalances(cursor?: string): Promise<PayerBalanceList>;
  balanceEntries(id: string, cursor?: string): Promise<BalanceEntryList>;
  savedFilters(): Promise<SavedFilters>;
  /** Keeps it for the practice; gives all of them. Billers and admins, as the next one. */
  saveFilter(filter: FilterToSave): Promise<SavedFilters>;
  removeSavedFilter(id: string): Promise<SavedFilters>;
  createPairingCode(role: Role): Promise<PairingCode>;
  devices(): Promise<readonly Device[]>;
  /** Its own for everybody, any for admins. */
  revokeDevice(id: string): Promise<void>;
  /** How the practice's EHR pages are read, where it differs from what the extension brings along. */
  recipes(): Promise<readonly PracticeRecipe[]>;
  /** Keeps a recipe for the practice and uses it; gives all of them. Billers and admins, as the next ones. */
  saveRecipe(id: string, change: RecipeToKeep): Promise<readonly PracticeRecipe[]>;
  /** Reads by a recipe no more, or again; one of the practice is kept. */
  switchRecipe(id: string, to: 'on' | 'off'): Promise<readonly PracticeRecipe[]>;
  /** Forgets a recipe of the practice; gives those that are left. */
  removeRecipe(id: string): Promise<readonly PracticeRecipe[]>;
  /** Opens the stream of live events; the caller reads and closes it. */
  openEvents(signal: AbortSignal): Promise<Response>;
}

/** How long a person is kept waiting for one answer. */
const TIMEOUT_MS = 15_000;
/** A file of many megabytes over a slow line. */
const FILE_TIMEOUT_MS = 180_000;

/** Speaks for the paired device. Every function rejects with a ServerTrouble and nothing else. */
export function connect(credentials: Credentials, fetcher: typeof fetch = fetch): Server {
  const { serverUrl, token } = credentials;
  const headers = { authorization: `Bearer ${token}` };
  const api = hc<AppType>(serverUrl, { headers, fetch: timed(fetcher) }).api.v1;
  const answer = answerOf(serverUrl);
  const recipesIn = async (asked: Promise<unknown>): Promise<readonly PracticeRecipe[]> => {
    const recipes = PracticeRecipes.safeParse(await asked);
    if (!recipes.success) throw notClaimside(serverUrl);
    return recipes.data;
  };
  return {
    session: () => answer(api.session.$get()),
    practice: () => answer(api.practice.$get()),
    codeFacts: ({ diagnoses, procedures, modifiers, adjustmentReasons, remarks }) =>
      answer(
        api['code-facts'].$post({
          json: {
            diagnoses: [...diagnoses],
            procedures: [...procedures],
            modifiers: [...modifiers],
            adjustmentReasons: [...adjustmentReasons],
            remarks: [...remarks],
          },
        }),
      ),
    clearinghouse: () => answer(api.clearinghouse.$get()),
    claims: (query) => answer(api.claims.$get({ query })),
    searchClaims: (search) => answer(api.claims.search.$post({ json: search })),
    assignees: () => answer(api.assignees.$get()),
    assignClaim: (id, deviceId) =>
      answer(api.claims[':id'].assignee.$put({ param: { id }, json: { deviceId } })),
    notes: (id) => answer(api.claims[':id'].notes.$get({ param: { id } })),
    addNote: (id, text, key) =>
      answer(
        api.claims[':id'].notes.$post({ param: { id }, json: { text }, header: { 'idempotency-key': key } }),
      ),
    history: (id) => answer(api.claims[':id'].history.$get({ param: { id } })),
    standingClaim: (servicesKey) => answer(api.claims.standing.$post({ json: { servicesKey } })),
    earlierCoverages: (patientKey) => answer(api.claims.coverages.$post({ json: { patientKey } })),
    claim: (id) => answer(api.claims[':id'].$get({ param: { id } })),
    createClaim: (request, key) =>
      answer(api.claims.$post({ json: request, header: { 'idempotency-key': key } })),
    cancelClaim: (id) => answer(api.claims[':id'].cancel.$post({ param: { id } })),
    decideDelivery: (id, decision) =>
      answer(api.claims[':id'].delivery.$post({ param: { id }, json: { decision } })),
    recordAct: (id, act, key) =>
      answer(api.claims[':id'].acts.$post({ param: { id }, json: act, header: { 'idempotency-key': key } })),
    exchange: () => answer(api.exchange.$get()),
    files: () => answer(api.files.$get()),
    fileContent: async (id) => {
      const asked = api.files[':id'].content.$get({ param: { id } });
      const response = (await reach(serverUrl, asked)) as unknown as Response;
      if (!response.ok) throw await troubleFrom(response, serverUrl);
      return whole(serverUrl, response.blob());
    },
    bringFile: async (file) => {
      const sent = timed(fetcher, FILE_TIMEOUT_MS)(`${serverUrl}/api/v1/files`, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(file.name),
        },
        body: file,
      });
      const response = await reach(serverUrl, sent);
      if (!response.ok) throw await troubleFrom(response, serverUrl);
      const taken = InboundFile.safeParse(readJson(await whole(serverUrl, response.text())));
      if (!taken.success) throw notClaimside(serverUrl);
      return taken.data;
    },
    searchRemittances: (query) => answer(api.remittances.search.$post({ json: query })),
    unmatched: () => answer(api.unmatched.$get()),
    matchAnswer: async (id, claimId) => {
      await answer(api.unmatched[':id'].match.$post({ param: { id }, json: { claimId } }));
    },
    dismissAnswer: async (id, reason) => {
      await answer(api.unmatched[':id'].dismiss.$post({ param: { id }, json: { reason } }));
    },
    reopenAnswer: (id) => answer(api.unmatched[':id'].reopen.$post({ param: { id } })),
    decidedAnswers: () => answer(api.unmatched.decided.$get()),
    remittance: (id) => answer(api.remittances[':id'].$get({ param: { id } })),
    claimsPaid: (id, query) => answer(api.remittances[':id'].claims.$post({ param: { id }, json: query })),
    recordDeposit: (id, deposit) =>
      answer(api.remittances[':id'].deposit.$post({ param: { id }, json: deposit })),
    decideRemittance: (id, decision) =>
      answer(api.remittances[':id'].decision.$post({ param: { id }, json: decision })),
    typePayment: (payment) => answer(api.remittances.$post({ json: payment })),
    payerBalances: (cursor) => answer(api['payer-balances'].$get({ query: cursor ? { cursor } : {} })),
    balanceEntries: (id, cursor) =>
      answer(api['payer-balances'][':id'].entries.$get({ param: { id }, query: cursor ? { cursor } : {} })),
    savedFilters: () => answer(api['saved-filters'].$get()),
    saveFilter: (filter) => answer(api['saved-filters'].$post({ json: filter })),
    removeSavedFilter: (id) => answer(api['saved-filters'][':id'].$delete({ param: { id } })),
    createPairingCode: (role) => answer(api['pairing-codes'].$post({ json: { role } })),
    devices: () => answer(api.devices.$get()),
    revokeDevice: async (id) => {
      await answer(api.devices[':id'].$delete({ param: { id } }));
    },
    recipes: () => recipesIn(answer(api.recipes.$get())),
    saveRecipe: (id, change) => recipesIn(answer(api.recipes[':id'].$put({ param: { id }, json: change }))),
    switchRecipe: (id, to) => {
      const { off } = api.recipes[':id'];
      const param = { id };
      return recipesIn(to === 'off' ? answer(off.$put({ param })) : answer(off.$delete({ param })));
    },
    removeRecipe: (id) => recipesIn(answer(api.recipes[':id'].$delete({ param: { id } }))),
    openEvents: async (signal) => {
      const response = await reach(
        serverUrl,
        fetcher(`${serverUrl}/api/v1/events`, {
          headers: { ...headers, accept: 'text/event-stream' },
          signal,
        }),
      );
      if (!response.ok) throw await troubleFrom(response, serverUrl);
      return response;
    },
  };
}

/** Trades a one-time code for a device token. First makes sure that a Claimside server stands at the address. */
export async function pair(
  serverUrl: string,
  code: string,
  deviceName: string,
  fetcher: typeof fetch = fetch,
): Promise<PairResponse> {
  const api = hc<AppType>(serverUrl, { fetch: timed(fetcher) }).api.v1;
  const answer = answerOf(serverUrl);
  if (!isClaimside(await answer(api.health.$get()))) throw notClaimside(serverUrl);
  return answer(api.pairing.$post({ json: { code: code.trim(), deviceName: deviceName.trim() } }));
}

/** Many programs answer any question with some JSON. */
function isClaimside(health: unknown): boolean {
  return (
    typeof health === 'object' && health !== null && 'service' in health && health.service === 'claimside'
  );
}

type SuccessBody<Answer> =
  Answer extends ClientResponse<infer Body, infer Status, string>
    ? Status extends 200 | 201 | 202 | 204
      ? Body
      : never
    : never;

const answerOf =
  (serverUrl: string) =>
  async <Answer extends ClientResponse<unknown, number, string>>(
    asked: Promise<Answer>,
  ): Promise<SuccessBody<Answer>> => {
    const response = (await reach(serverUrl, asked)) as unknown as Response;
    if (!response.ok) throw await troubleFrom(response, serverUrl);
    if (response.status === 204) return undefined as SuccessBody<Answer>;
    const body = readJson(await whole(serverUrl, response.text()));
    if (body === undefined) throw notClaimside(serverUrl);
    return body as SuccessBody<Answer>;
  };

async function reach<T>(serverUrl: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch {
    throw unreachable(serverUrl);
  }
}

/** The body of an answer whose head came: it may still break off, or stay away longer than a person waits. */
async function whole<T>(serverUrl: string, body: Promise<T>): Promise<T> {
  try {
    return await body;
  } catch {
    throw brokenOff(serverUrl);
  }
}

function timed(fetcher: typeof fetch, milliseconds = TIMEOUT_MS): typeof fetch {
  return (input, init) => fetcher(input, { ...init, signal: AbortSignal.timeout(milliseconds) });
}
