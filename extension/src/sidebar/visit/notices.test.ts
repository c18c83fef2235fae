import type { CaptureNote } from '@claimside/shared/capture';
import type { ClaimDraft } from '@claimside/shared/claim';
import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { formFromReading } from './form.ts';
import { UNSURE } from './looks.ts';
import { inTurn, noticesOf } from './notices.ts';

test('the next one to go to is what has to be fixed, then what to look at, and what only is to know comes last', () => {
  const notice = (key: string, id: string, severity: 'error' | 'warning') => ({
    key,
    finding: { id, severity, path: '', message: '', fix: '' },
    fix: undefined,
  });
  const notices = [
    notice('know', 'duplicate', 'warning'),
    notice('look', UNSURE, 'warning'),
    notice('fix', 'required', 'error'),
    notice('look too', UNSURE, 'warning'),
  ];
  expect(inTurn(notices).map(({ key }) => key)).toEqual(['fix', 'look', 'look too', 'know']);
});

test('each in the order of the card: its parts, their lines, the fields of each', () => {
  const inOrder = [
    'patient.lastName',
    'coverage.payerId',
    'coverage.memberId',
    'relationshipToSubscriber',
    'visitDate',
    'diagnoses.0.code',
    'serviceLines.0.procedureCode',
    'serviceLines.0.units',
    'serviceLines.0.drug.unit',
    'serviceLines.1.procedureCode',
    'priorAuthorizationNumber',
  ];
  const notices = inOrder.toReversed().map((path) => ({
    key: path,
    finding: { id: 'required', severity: 'error' as const, path, message: '', fix: '' },
    fix: undefined,
  }));
  expect(inTurn(notices).map(({ key }) => key)).toEqual(inOrder);
});

test('a provider whom the chart names and the practice does not know is no claim without a provider', () => {
  const draft: ClaimDraft = {
    billingProvider: { name: { kind: 'organization', organizationName: 'Testville Practice' } },
    serviceLines: [{ procedureCode: '99213', units: 1 }],
  };
  const message = 'nobody is known';
  const of = (notes: CaptureNote[]) =>
    noticesOf(formFromReading({ draft, provenance: {}, notes }), { today: '2026-11-22' as IsoDate })
      .filter(({ finding }) => finding.path === 'renderingProvider')
      .map(({ finding }) => finding.severity);
  expect(of([{ code: 'unknown-provider', message }])).toEqual(['error']);
  expect(of([])).toEqual(['warning']);
});

test.each([
  ['no line has', [undefined, undefined], ['visitDate']],
  ['one line lacks', ['2026-11-16', undefined], ['serviceLines.1.serviceDate']],
] as const)('the date of service that %s is asked for once', (_, dates, paths) => {
  const serviceLines = dates.map((serviceDate) => ({
    procedureCode: '97110',
    units: 1,
    ...(serviceDate && { serviceDate }),
  }));
  const form = formFromReading({ draft: { serviceLines }, provenance: {}, notes: [] });
  const asked = noticesOf(form, { today: '2026-11-22' as IsoDate }).flatMap(({ finding: { path } }) =>
    /date$/i.test(path) && !/birth/i.test(path) ? [path] : [],
  );
  expect(asked).toEqual(paths);
});
