/** `x12 explain`: every kind of file has its page of words, and nothing of a file steers the terminal. */
import { ClaimExplainer } from '../../src/cli/commands/x12/explain/claims.ts';
import { explainFiles } from '../../src/cli/commands/x12/explain/files.ts';
import { findingLine } from '../../src/cli/commands/x12/finding-line.ts';
import { readKinds } from '../../src/cli/commands/x12/kinds.ts';
import { printed } from '../../src/cli/commands/x12/printed.ts';
import { Trouble } from '../../src/cli/trouble.ts';
import { ClaimFileReader } from '../../src/transactions/claim-837p/index.ts';
import { FindingList, identify, type X12Finding } from '../../src/x12/index.ts';
import { must } from '../promises/promise.ts';
import type { Target } from './target.ts';

const STEERS = 'nothing of a file steers the terminal';

export const explainTarget: Target = {
  name: 'explain',
  transactions: ['837', '835', '999', '270', '271', '276', '277', 'TA1'],
  oneIn: 8,
  read({ bytes }) {
    const { lines, findings } = identify(bytes) === '837p' ? explainClaims(bytes) : explainWhole(bytes);
    const page = printed([...lines, ...findings.map((finding) => findingLine('file', finding))]);
    must(!/\p{Cc}/u.test(page.replaceAll('\n', '')), STEERS, () => JSON.stringify(page.slice(0, 400)));
    return { findings, kept: undefined };
  },
};

interface Explained {
  readonly lines: readonly string[];
  readonly findings: readonly X12Finding[];
}

/** As the command does it, without the full check, which has a target of its own. */
function explainClaims(bytes: Uint8Array): Explained {
  const findings = new FindingList();
  const explainer = new ClaimExplainer();
  const reader = new ClaimFileReader(findings, explainer);
  reader.push(bytes);
  reader.end();
  explainer.end();
  return { lines: explainer.take(), findings: findings.toArray() };
}

/** Nothing, where no kind of transaction is known: that is told as trouble of the command. */
function explainWhole(bytes: Uint8Array): Explained {
  try {
    const { files, findings } = readKinds(bytes, 'file');
    return { lines: explainFiles(files), findings };
  } catch (error) {
    if (error instanceof Trouble) return { lines: [], findings: [] };
    throw error;
  }
}
