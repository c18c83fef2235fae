/** The site that a person types: the match pattern it becomes, what is refused, which addresses lie under it. */
import { describe, expect, test } from 'vitest';
import { matchesPattern, sitePattern } from './site-pattern.ts';

describe('the pattern of what a person typed', () => {
  test.each([
    ['ehr.example.com', 'https://ehr.example.com/*'],
    ['https://ehr.example.com/login?next=1', 'https://ehr.example.com/*'],
    ['http://192.168.1.20:8080/mobiledoc', 'http://192.168.1.20:8080/*'],
    ['https://*.janeapp.example/*', 'https://*.janeapp.example/*'],
    ['HTTPS://EHR.Example.com', 'https://ehr.example.com/*'],
  ])('%s -> %s', (text, value) => expect(sitePattern(text)).toEqual({ ok: true, value }));

  test.each([
    ['https://*/*', 'too-wide'],
    ['*://ehr.example.com/*', 'too-wide'],
    ['https://*.com/*', 'too-wide'],
    ['ftp://ehr.example.com', 'not-a-web-page'],
    ['file:///etc/passwd', 'not-an-address'],
    ['our EHR', 'not-an-address'],
    ['', 'not-an-address'],
    ['https://user:pass@ehr.example.com', 'not-an-address'],
  ])('%s is refused: %s', (text, error) => expect(sitePattern(text)).toEqual({ ok: false, error }));
});

describe('an address on a site', () => {
  test.each([
    ['https://ehr.example.com/login', 'https://ehr.example.com/*', true],
    ['https://a.b.example.com/x', 'https://*.example.com/*', true],
    ['https://example.com/x', 'https://*.example.com/*', true],
    ['http://ehr.example.com/', 'https://ehr.example.com/*', false],
    ['https://ehr.example.com:8443/', 'https://ehr.example.com/*', true],
    ['http://ehr.example.com:81/', 'http://ehr.example.com:80/*', false],
    ['https://evil-example.com/', 'https://*.example.com/*', false],
    ['not an address', 'https://ehr.example.com/*', false],
  ])('%s under %s: %s', (url, pattern, outcome) => expect(matchesPattern(url, pattern)).toBe(outcome));
});
