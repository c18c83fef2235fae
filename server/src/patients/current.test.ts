import type { KeptCoverage } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { exampleClaim, secondaryClaim } from '@claimside/shared/examples';
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import type { CoverageOnFile } from '../store/patients.ts';
import { coveragesNow, type StandingClaimOfPatient } from './current.ts';

const coverage = (memberId: string, rank: 'P' | 'S' = 'P'): KeptCoverage => ({
  rank,
  payerName: 'EXAMPLE HEALTH PLAN',
  payerId: 'TEST1',
  claimFilingIndicator: 'CI',
  memberId,
  relationshipToSubscriber: '18',
});
let rows = 0;
const kept = (memberId: string, day: string, change: Partial<CoverageOnFile> = {}): CoverageOnFile => {
  rows += 1;
  const { rank = 'P' } = change;
  return {
    id: `row-${rows}`,
    patientKey: 'k',
    rank,
    coverage: coverage(memberId, rank === 'S' ? 'S' : 'P'),
    source: 'import',
    keptAt: `${day}T12:00:00.000Z` as UtcInstant,
    endedAt: null,
    ...change,
  };
};
const billed = (memberId: string, serviceDate: string, billedOn = serviceDate): StandingClaimOfPatient => {
  const claim: Claim = {
    ...exampleClaim,
    coverage: { ...exampleClaim.coverage, payerId: 'TEST1', memberId },
  };
  return { id: memberId, serviceDate, createdAt: `${billedOn}T18:00:00.000Z` as UtcInstant, claim };
};
const TODAY = '2026-11-20' as IsoDate;
const now = (onFile: CoverageOnFile[], claims: StandingClaimOfPatient[], today = TODAY) =>
  coveragesNow(onFile, claims, today).current.map(({ rank, memberId, source, asOf }) =>
    [rank, memberId, source, asOf].join(' '),
  );

test('the newest of what was brought and what was billed counts', () => {
  expect(now([kept('LIST', '2026-11-10')], [])).toEqual(['P LIST import 2026-11-10']);
  expect(now([kept('LIST', '2026-11-10')], [billed('OLD', '2026-10-01')])).toEqual([
    'P LIST import 2026-11-10',
  ]);
  expect(
    now([kept('LIST', '2026-11-10')], [billed('NEW', '2026-11-12'), billed('OLD', '2026-10-01')]),
  ).toEqual(['P NEW claim 2026-11-12']);
  expect(now([], [billed('OLD', '2026-10-01'), billed('NEW', '2026-11-12')])).toEqual([
    'P NEW claim 2026-11-12',
  ]);
});

test('a visit of before that is billed afterwards does not bring its insurance back', () => {
  expect(now([kept('LIST', '2027-01-02')], [billed('OLD', '2026-12-20', '2027-01-05')])).toEqual([
    'P LIST import 2027-01-02',
  ]);
});

test('a claim with the coverage that is kept changes nothing: the card’s details stay', () => {
  expect(now([kept('SAME-1', '2026-11-10')], [billed('same1', '2026-11-12')])).toEqual([
    'P SAME-1 import 2026-11-10',
  ]);
});

test('what a person ended stays ended, until another visit is billed with it', () => {
  const ended = kept('GONE', '2026-11-10', { endedAt: '2026-11-20T12:00:00.000Z' as UtcInstant });
  expect(now([ended], [billed('GONE', '2026-11-12')])).toEqual([]);
  expect(now([ended], [billed('GONE', '2026-11-21')])).toEqual(['P GONE claim 2026-11-21']);
});

test('what outdoes another is not lost: it is told as former', () => {
  const { former } = coveragesNow([kept('LIST', '2026-11-10')], [billed('NEW', '2026-11-12')], TODAY);
  expect(former.map(({ memberId, endedAt }) => [memberId, endedAt])).toEqual([['LIST', null]]);
});

test('a claim tells the patient’s other coverages too, and nothing that stays with the claim', () => {
  const claim = {
    id: 'c',
    serviceDate: '2026-11-12',
    createdAt: '2026-11-12T18:00:00.000Z' as UtcInstant,
    claim: { ...secondaryClaim, subscriber: { lastName: 'TESTER', socialSecurityNumber: '123456780' } },
  };
  const { current } = coveragesNow([], [claim as StandingClaimOfPatient], TODAY);
  expect(current.map(({ rank }) => rank)).toEqual(['P', 'S']);
  expect(JSON.stringify(current)).not.toContain('123456780');
});

test('one coverage in two orders counts where it was told last', () => {
  const wasSecond = kept('B', '2026-11-10', { rank: 'S' });
  expect(now([kept('A', '2026-11-10'), wasSecond], [billed('B', '2026-11-12')])).toEqual([
    'P B claim 2026-11-12',
  ]);
});

test('what ended before today counts no more, also where it was billed while it did; a later visit brings it back', () => {
  const until = (day: string) => ({ coverage: { ...coverage('LIST'), validTo: day as IsoDate } });
  const ended = kept('LIST', '2026-11-10', until('2026-11-19'));
  expect(now([ended], [])).toEqual([]);
  expect(now([ended], [billed('LIST', '2026-11-12')])).toEqual([]);
  expect(now([ended], [billed('LIST', '2026-11-20')])).toEqual(['P LIST claim 2026-11-20']);
  expect(coveragesNow([ended], [], TODAY).former.map(({ memberId }) => memberId)).toEqual(['LIST']);
  expect(now([kept('LIST', '2026-11-10', until('2026-11-20'))], [])).toEqual(['P LIST import 2026-11-10']);
});
