/** A claim that its payer rejected and accepted, or only received: what is known of it is said, and no more. */
import { writeClaimAcknowledgement } from '@claimside/server/transactions/status-277ca';
import type { ClaimDetail } from '@claimside/shared/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, openSidebar, pressBill, sidebarText, typeInSidebar } from '../browser/index.ts';
import { bring, ENVELOPE } from './brought.ts';
import { type Desk, openDesk } from './desk.ts';
import { claimShows } from './shown.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

/** Its payer's word on a claim, without a date. */
const word = ({ patientControlNumber, claim }: ClaimDetail, category: string) => {
  const { payerName: name, payerId: id, memberId } = claim.coverage;
  const { lastName, firstName } = claim.patient;
  const statuses = [{ codes: [{ category, status: '20' }], action: 'WQ' }];
  const bytes = writeClaimAcknowledgement(ENVELOPE, {
    transactions: [
      {
        referenceId: category,
        sources: [
          {
            party: { entity: 'PR', name, id },
            receivers: [
              {
                providers: [
                  {
                    party: { organizationName: 'TESTVILLE FAMILY PRACTICE', id: '1234567893' },
                    patients: [
                      {
                        party: { lastName, firstName, memberId },
                        claims: [{ patientControlNumber, statuses, lines: [] }],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
  return Buffer.from(bytes).toString('latin1');
};

async function billed(memberId: string, encounter: string) {
  const page = await desk.openChart(`${desk.stage.ehr.url}?member=${memberId}&encounter=${encounter}`);
  const sidebar = await openSidebar(page);
  await sidebarText(sidebar, memberId);
  await pressBill(page, sidebar);
  return { page, sidebar };
}

test('rejected, and accepted nobody knows when: it is asked about, and sent again only by who has asked', async () => {
  const { page, sidebar } = await billed('PAYREJECT1', '2026-11-11 (9001)');
  await claimShows(sidebar, 'rejected-by-payer');
  await sidebarText(sidebar, 'The payer does not know this member.');
  await bring(desk, 'ACCEPTED.277', word(await desk.newestClaimOnce('rejected-by-payer'), 'A2'));
  const { why } = await claimShows(sidebar, 'unknown');
  expect(why).toMatch(/^It was both rejected and accepted.*Ask the payer.*SUBSCRIBER NOT FOUND/);
  expect(await troubles(page, sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, '::-p-xpath(//button[.="Correct and send again"])');
  await clickInSidebar(page, sidebar, '[aria-label="Change coverage"]');
  await typeInSidebar(page, sidebar, 'coverage.memberId', 'w123456789');
  await sidebarText(sidebar, 'Write down first who said that it is not there.');
  await clickInSidebar(page, sidebar, 'input[data-place="told"]');
  await page.keyboard.type('Ms. Example at the payer: not on file');
  expect(await troubles(page, sidebar)).toEqual([]);
  await pressBill(page, sidebar, 'Send again');
  await claimShows(sidebar, 'paid');
  const [{ submissions } = { submissions: [] }] = await desk.claims();
  expect(submissions.map(({ how, status }) => [how, status])).toEqual([
    [null, 'unknown'],
    ['resend', 'paid'],
  ]);
});

test('what the payer only received is not accepted', async () => {
  const { page, sidebar } = await billed('SILENT1', '2026-11-12 (9002)');
  await claimShows(sidebar, 'file-accepted');
  await bring(desk, 'RECEIVED.277', word(await desk.newestClaimOnce('file-accepted'), 'A1'));
  const { steps } = await claimShows(sidebar, 'at-clearinghouse');
  expect(steps).toContain('The payer received the claim; not accepted yet');
  expect(await troubles(page, sidebar)).toEqual([]);
});
