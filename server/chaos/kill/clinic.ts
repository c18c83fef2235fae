/** Who bills over HTTP by a server that dies: presses again with the same key until an answer came, and keeps an account of it. */
import type { ClaimDetail } from '@claimside/shared/api';
import { exampleBill } from '../../sim/world/example-bill.ts';
import { visitOf } from '../../sim/world/visit.ts';

export interface Press {
  readonly key: string;
  readonly body: string;
  readonly visit: string;
  claim?: Pick<ClaimDetail, 'id' | 'patientControlNumber'>;
}

export class Clinic {
  readonly presses: Press[] = [];
  readonly troubles: string[] = [];
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  async bill(url: string): Promise<void> {
    const number = this.presses.length + 1;
    const bill = exampleBill(number, `PAID${String(number).padStart(6, '0')}`);
    const press: Press = {
      key: `press-${String(number).padStart(20, '0')}`,
      body: JSON.stringify(bill),
      visit: visitOf(bill.claim),
    };
    this.presses.push(press);
    await this.#send(url, press);
  }

  /** Every press that got no answer, once more. */
  async insist(url: string): Promise<void> {
    await Promise.all(this.presses.filter(({ claim }) => !claim).map((press) => this.#send(url, press)));
  }

  async read(url: string, claimId: string): Promise<ClaimDetail | undefined> {
    const answer = await this.request(url, 'GET', `/claims/${claimId}`);
    return answer?.ok ? ((await answer.json()) as ClaimDetail) : undefined;
  }

  /** Undefined where no answer came. */
  async request(
    url: string,
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Response | undefined> {
    try {
      return await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      });
    } catch {
      return undefined;
    }
  }

  async #send(url: string, press: Press): Promise<void> {
    const answer = await this.request(url, 'POST', '/claims', press.body, { 'idempotency-key': press.key });
    if (!answer || answer.status >= 500) return;
    if (!answer.ok) {
      this.troubles.push(`${press.key}: refused with ${answer.status}`);
      return;
    }
    // The server may die over its answer.
    const claim = await answer.json().then(
      (said) => said as ClaimDetail,
      () => undefined,
    );
    if (!claim) return;
    if (press.claim && press.claim.id !== claim.id) this.troubles.push(`${press.key}: two claims`);
    press.claim = { id: claim.id, patientControlNumber: claim.patientControlNumber };
  }
}
