/** What went wrong with the server becomes one sentence, and whether it was a definite no. */
import { describe, expect, it } from 'vitest';
import { troubleFrom, unreachable } from './problems.ts';

const SERVER = 'https://claims.example.com';
const problem = (status: number, code: string, detail: string) =>
  new Response(JSON.stringify({ type: `urn:claimside:problem:${code}`, title: 'No', status, detail, code }), {
    status,
  });

describe('what went wrong, in words that say what to do', () => {
  it.each([
    ['a wrong code', 403, 'code-wrong', 'This code is not known. Check it and type it again.'],
    ['a used code', 410, 'code-used', 'This code has paired a browser already. Ask for a new one.'],
    ['an old code', 410, 'code-expired', 'This code is too old. Ask for a new one.'],
  ])('%s: the server says it best', async (_, status, code, detail) => {
    expect(await troubleFrom(problem(status, code, detail), SERVER)).toMatchObject({
      code,
      message: detail,
      isFinal: true,
    });
  });

  it('a revoked device: pair it again in Options', async () => {
    const trouble = await troubleFrom(problem(401, 'not-paired', 'Not paired.'), SERVER);
    expect(trouble.kind).toBe('revoked');
    expect(trouble.message).toMatch(/Pair it again in Options/);
  });

  it('no answer: names the host, and is not final', () => {
    const trouble = unreachable(SERVER);
    expect(trouble.message).toMatch(/^No answer from claims\.example\.com\./);
    expect(trouble.isFinal).toBe(false);
  });

  it('another web server at the address: says that it is not Claimside', async () => {
    const trouble = await troubleFrom(new Response('<h1>Not here</h1>', { status: 404 }), SERVER);
    expect(trouble).toMatchObject({ kind: 'not-claimside' });
  });

  it('a gateway that fails is trouble of the server, to be tried again', async () => {
    const trouble = await troubleFrom(new Response('Bad gateway', { status: 502 }), SERVER);
    expect(trouble).toMatchObject({ kind: 'server-failed', isFinal: false });
  });

  it('findings of a refused claim come along', async () => {
    const finding = {
      id: 'required',
      severity: 'error',
      path: 'diagnoses',
      message: 'Missing.',
      fix: 'Add it.',
    };
    const body = {
      type: 'about:blank',
      title: 'x',
      status: 422,
      detail: 'The claim has errors.',
      code: 'claim-has-errors',
      findings: [finding],
    };
    const trouble = await troubleFrom(new Response(JSON.stringify(body), { status: 422 }), SERVER);
    expect(trouble.findings).toEqual([finding]);
  });
});
