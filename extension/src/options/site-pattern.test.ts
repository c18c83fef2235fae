/** The site that a person types: the match pattern it becomes, what is refused. */
import { describe, expect, test } from 'vitest';
import { sitePattern } from './site-pattern.ts';

describe('the pattern of what a person typed', () => {
  test.each([
    ['ehr.example.com', 'https://ehr.example.com/*'],
    ['https://ehr.example.com/login?next=1', 'https://ehr.example.com/*'],
    ['http://192.168.1.20:8080/mobiledoc', 'http://192.168.1.20:8080/*'],
    ['http://[::1]:8080/openemr', 'http://[::1]:8080/*'],
    ['https://[fd00::17]', 'https://[fd00::17]/*'],
    ['https://*.janeapp.example/*', 'https://*.janeapp.example/*'],
    ['HTTPS://EHR.Example.com', 'https://ehr.example.com/*'],
  ])('%s -> %s', (text, value) => expect(sitePattern(text)).toEqual({ ok: true, value }));

  test.each([
    ['https://*/*', 'too-wide'],
    ['*://ehr.example.com/*', 'too-wide'],
    ['https://*.com/*', 'too-wide'],
    ['*', 'too-wide'],
    ['ehr*.practice.example', 'too-wide'],
    ['https://*.co.uk/*', 'too-wide'],
    ['https://*.github.io/*', 'too-wide'],
    ['ftp://ehr.example.com', 'not-a-web-page'],
    ['file:///etc/passwd', 'not-a-web-page'],
    ['javascript:alert(1)', 'not-a-web-page'],
    ['our EHR', 'not-an-address'],
    ['', 'not-an-address'],
    ['https://user:pass@ehr.example.com', 'with-a-name'],
  ])('%s is refused: %s', (text, error) => expect(sitePattern(text)).toEqual({ ok: false, error }));
});
