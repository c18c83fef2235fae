/** Claims billed without a browser: the member id chooses what the sandbox clearinghouse answers to each. */
import type { Claim } from '@claimside/shared/claim';
import { exampleClaim } from '@claimside/shared/examples';
import { DESK_PRACTICE, type Desk } from './desk.ts';

/** Bills one claim for each member, whose last name is `SAMPLE` and the place in the list as a word, with `change`; gives their ids in order. */
export async function billed(
  desk: Desk,
  members: readonly string[],
  change: Partial<Claim> = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, memberId] of members.entries()) {
    const response = await desk.client.api.claims.$post({
      header: { 'idempotency-key': `journey-${crypto.randomUUID()}` },
      json: {
        claim: {
          ...exampleClaim,
          billingProvider: DESK_PRACTICE.billingProvider,
          patient: { ...exampleClaim.patient, lastName: `Sample${WORDS[index] ?? ''}` },
          coverage: { ...exampleClaim.coverage, memberId },
          ...change,
        },
        ehr: 'manual',
        visitKey: `${memberId.toLowerCase().replace(/[^0-9a-f]/g, '0')}${index}`.padStart(64, '0'),
        correctedFields: [],
      },
    });
    if (response.status !== 201) throw new Error(`not billed: ${response.status}`);
    ids.push((await response.json()).id);
  }
  return ids;
}

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** Waits until each of the claims is the clearinghouse's to leave as it is. */
export async function settled(
  desk: Desk,
  ids: readonly string[],
  statuses: readonly string[],
): Promise<void> {
  await desk.client.follow(async () => {
    const claims = await Promise.all(ids.map((id) => desk.client.claim(id)));
    return claims.every(({ status }, index) => status === statuses[index]);
  });
}
