import { expect, test } from 'vitest';
import type { UtcInstant } from '../values/index.ts';
import { type ClaimFact, foldClaim } from './index.ts';
import {
  accepted,
  adjust,
  CHARGE,
  events,
  fileAccepted,
  paidInFull,
  payment,
  queued,
  refused,
  sent,
  unclear,
} from './testing.ts';

const closed: ClaimFact = { type: 'closed', reason: 'invented' };
const reopened: ClaimFact = { type: 'reopened' };
const silent: ClaimFact = { type: 'silent', awaited: 'file-acknowledgement' };
const denied = payment(0, [adjust('CO', '197', 10_000)], '4');
const partly = payment(8_000, [adjust('CO', '97', 2_000)]);
const partlyBack = payment(-8_000, [adjust('CO', '97', -2_000)], '22');
const estimate = payment(8_000, [], '25');

test.each([
  ['nothing more is said', [sent, silent, closed], true],
  ['it goes on its way', [sent, silent, closed, fileAccepted, accepted], true],
  ['the same comes again', [sent, denied, closed, denied], true],
  [
    'the same rejection comes again',
    [sent, refused('payer-rejected'), closed, refused('payer-rejected')],
    true,
  ],
  ['an estimate comes', [sent, silent, closed, estimate], true],
  ['it stays silent', [sent, closed, silent], true],
  ['it is denied', [sent, silent, closed, denied], false],
  ['it is rejected', [sent, closed, refused('payer-rejected')], false],
  ['its file fails', [sent, closed, refused('file-rejected')], false],
  ['it is held', [sent, closed, refused('clearinghouse-pended')], false],
  ['it is not understood', [sent, closed, unclear], false],
  ['what was paid is taken back', [sent, partly, closed, partlyBack], false],
  ['it is closed again after that', [sent, partly, closed, partlyBack, closed], true],
  ['it is opened again after that', [sent, partly, closed, partlyBack, closed, reopened], false],
  ['a person opens it', [sent, denied, closed, reopened], false],
] as const)('a claim that a person closed, and then %s: closed is %s', (_what, facts, isClosed) => {
  const all = events(queued, ...facts);
  expect(foldClaim(CHARGE, all).isClosed).toBe(isClosed);
  expect(foldClaim(CHARGE, [...all].reverse()).isClosed).toBe(isClosed);
});

test('what is taken back on the claim that it follows is news of it', () => {
  const at = (minute: string, ...facts: ClaimFact[]) =>
    events(...facts).map((event) => ({ ...event, at: event.at.replace('10:00', minute) as UtcInstant }));
  const own = at('11:00', queued, sent, closed);
  expect(foldClaim(CHARGE, own, at('10:00', paidInFull)).isClosed).toBe(true);
  const takenBack = payment(-8_000, [adjust('CO', '45', -2_000)], '22');
  const first = [...at('10:00', paidInFull), ...at('12:00', takenBack)];
  expect(foldClaim(CHARGE, own, first).isClosed).toBe(false);
});
