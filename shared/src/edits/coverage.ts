/** Edits on the insurance: member id, payer id, relationship. */
import { CLAIM_FILING_INDICATORS, RELATIONSHIPS } from '../codes/index.ts';
import type { Edit } from './registry.ts';

export const coverageEdits: readonly Edit[] = [
  {
    id: 'payer',
    severity: 'error',
    *check({ coverage = {} }) {
      const path = 'coverage.payerId';
      const { payerId, payerName, claimFilingIndicator } = coverage;
      if (payerId && payerName && claimFilingIndicator) return;
      if (!payerId && payerName)
        yield {
          path,
          message: "The payer named in the chart is not in the practice's payer list.",
          fix: 'Choose the payer; an admin can add it, or this name for it, to the list.',
        };
      else
        yield { path, message: 'The payer is missing.', fix: "Choose the payer from the practice's list." };
    },
  },
  {
    id: 'member-id-shape',
    severity: 'error',
    *check({ coverage }) {
      const memberId = coverage?.memberId;
      if (memberId && !/^[A-Za-z0-9]{2,80}$/.test(memberId))
        yield {
          path: 'coverage.memberId',
          message: 'The member ID has characters other than letters and digits, or is too short.',
          fix: 'Write it as on the card, without spaces or hyphens.',
        };
    },
  },
  {
    id: 'payer-id-shape',
    severity: 'error',
    *check({ coverage }) {
      if (coverage?.payerId && !/^[A-Z0-9]{5}$/.test(coverage.payerId))
        yield {
          path: 'coverage.payerId',
          message: 'The payer ID does not have five letters or digits.',
          fix: "Choose the payer from the practice's list.",
        };
    },
  },
  {
    id: 'claim-filing-indicator',
    severity: 'error',
    *check({ coverage }) {
      const code = coverage?.claimFilingIndicator;
      if (code && !Object.hasOwn(CLAIM_FILING_INDICATORS, code))
        yield {
          path: 'coverage.claimFilingIndicator',
          message: 'The kind of insurance is not one that a claim can name.',
          fix: "Choose the payer from the practice's list.",
        };
    },
  },
  {
    id: 'relationship',
    severity: 'error',
    *check({ relationshipToSubscriber: code, subscriber }) {
      if (code && !Object.hasOwn(RELATIONSHIPS, code))
        yield {
          path: 'relationshipToSubscriber',
          message: 'The relationship to the insured person is not known.',
          fix: 'Choose self, spouse, child or other.',
        };
      if (code === '18' && subscriber)
        yield {
          path: 'relationshipToSubscriber',
          message: 'The patient is the insured person, and yet another insured person is named.',
          fix: 'Choose the relationship, or clear the insured person.',
        };
    },
  },
];
