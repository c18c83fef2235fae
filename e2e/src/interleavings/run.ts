/**
 * A person goes from chart to chart while a visit is read and billed, in any order and at any moment: the page script and
 * what the bill button does are the real ones, the server only keeps what came in.
 */
import { type BillOutcome, billVisit } from '@claimside/extension/bill';
import { formFromReading } from '@claimside/extension/form';
import { visitKeyOf } from '@claimside/extension/visit-key';
import type { ClaimDetail, CreateClaimRequest } from '@claimside/shared/api';
import {
  type CaptureBinding,
  draftFromCapture,
  type PracticeContext,
  parseCapture,
} from '@claimside/shared/capture';
import type { IsoDate } from '@claimside/shared/values';
import type { Browser, Page } from 'puppeteer';
import { openOptions, pageScriptReady } from '../browser/index.ts';
import { ask } from '../ehr/extension.ts';
import type { EhrServer } from '../ehr/index.ts';
import { marksOf } from './marks.ts';
import { type Moves, numbersOf, randomMoves, type World } from './moves.ts';

export interface Tally {
  readonly runs: number;
  /** How often each outcome came about; `not-read` where the page showed nothing to bill. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Claims that hold something of two patients, or were sent while the page showed another one. */
  readonly mixed: readonly string[];
}

const TODAY = '2026-11-26' as IsoDate;

/** For `startEhr`: half of the answers come at once, the others up to a quarter of a second later. */
export function slowness(seed: number): () => number {
  const random = numbersOf(seed);
  return () => Math.max(0, random() - 0.5) * 500;
}

/** `tell` is called after each run. */
export async function interleave(
  options: {
    browser: Browser;
    ehr: EhrServer;
    world: World;
    practice: PracticeContext;
    seed: number;
    runs: number;
  },
  tell: (done: number) => void = () => {},
): Promise<Tally> {
  const { browser, ehr, world, practice, seed, runs } = options;
  const asker = await openOptions(browser);
  const page = await browser.newPage();
  await page.goto(ehr.origin(world.name) + world.path);
  await pageScriptReady(page);
  // However often a run goes back, it stays in the EHR.
  await page.evaluate('for (let i = 0; i < 30; i += 1) history.pushState(null, "", location.href)');
  const outcomes: Record<string, number> = {};
  const mixed: string[] = [];
  const moves = randomMoves(seed, world);
  for (let run = 0; run < runs; run += 1) {
    const [outcome, sent] = await onePress(page, asker, practice, moves);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    for (const { claim, shown } of sent) {
      const marks = marksOf(claim);
      const isOne = marks.length === 1 && shown.includes(marks[0]?.toLowerCase() ?? '');
      if (!isOne)
        mixed.push(`run ${run} of seed ${seed}: ${marks.join(' and ') || 'nobody'}, beside ${shown}`);
    }
    tell(run + 1);
  }
  await page.close();
  await asker.close();
  return { runs, outcomes, mixed };
}

interface Sent {
  readonly claim: CreateClaimRequest['claim'];
  /** Whose chart the page said it was when it was asked last. */
  readonly shown: string;
}

/** The page moves on while it is read, thought about, and billed. */
async function onePress(
  page: Page,
  asker: Page,
  practice: PracticeContext,
  moves: Moves,
): Promise<[BillOutcome['kind'] | 'not-read', Sent[]]> {
  await moves.begin(page);
  const moving = moves.act(page);
  const sent: Sent[] = [];
  let shown = '';
  const outcome = await press();
  await moving;
  return [outcome, sent];

  async function press(): Promise<BillOutcome['kind'] | 'not-read'> {
    await moves.pause();
    const capture = parseCapture(await ask(asker, page.url(), { type: 'page/read' }));
    if (!capture || capture.lines.length === 0) return 'not-read';
    const form = formFromReading(draftFromCapture(capture, practice));
    const visit = { key: await visitKeyOf(capture), occasion: 1, capture, form };
    await moves.pause();
    const { kind } = await billVisit(
      visit,
      { today: TODAY },
      {
        binding: async (): Promise<CaptureBinding | undefined> => {
          const binding = parseCapture(await ask(asker, page.url(), { type: 'page/read' }))?.binding;
          shown = binding?.patient ?? '';
          await moves.pause();
          return binding;
        },
        createClaim: async (request) => {
          sent.push({ claim: request.claim, shown });
          return { id: String(sent.length) } as ClaimDetail;
        },
        keys: { get: async () => ({}), set: async () => {}, remove: async () => {} },
        newKey: () => 'key',
      },
    );
    return kind;
  }
}
