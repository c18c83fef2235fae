/** The server address that a person types: what it becomes, what is refused. */
import { describe, expect, it } from 'vitest';
import { readServerAddress } from './address.ts';

describe('the server address as typed', () => {
  it.each([
    ['claims.example.com', 'https://claims.example.com'],
    ['https://Claims.Example.com/api/v1/', 'https://claims.example.com'],
    ['localhost:8787', 'http://localhost:8787'],
    ['127.0.0.1:8787/', 'http://127.0.0.1:8787'],
    [' https://10.0.0.5:8443 ', 'https://10.0.0.5:8443'],
    ['https://[::1]:8443', 'https://[::1]:8443'],
    ['praxis-müller.example', 'https://xn--praxis-mller-klb.example'],
  ])('%s is %s', (typed, origin) => {
    expect(readServerAddress(typed)).toEqual({ ok: true, value: origin });
  });

  it.each([
    '',
    'ftp://claims.example.com',
    'http://claims.example.com',
    'https://me:secret@claims.example.com',
    'no address',
    '*.example.com',
    'claims..example.com',
    'claims%2aexample',
  ])('%j is refused with a sentence', (typed) => {
    expect(readServerAddress(typed)).toEqual({ ok: false, error: expect.stringMatching(/\.$/) });
  });
});
