import { describe, expect, test } from 'vitest';
import { matchesPattern } from './matches-pattern.ts';

describe('an address on a site', () => {
  test.each([
    ['https://ehr.example.com/login', 'https://ehr.example.com/*', true],
    ['https://a.b.example.com/x', 'https://*.example.com/*', true],
    ['https://example.com/x', 'https://*.example.com/*', true],
    ['http://ehr.example.com/', 'https://ehr.example.com/*', false],
    ['https://ehr.example.com:8443/', 'https://ehr.example.com/*', true],
    ['http://[::1]:8080/visit', 'http://[::1]:8080/*', true],
    ['http://ehr.example.com:81/', 'http://ehr.example.com:80/*', false],
    ['https://evil-example.com/', 'https://*.example.com/*', false],
    ['not an address', 'https://ehr.example.com/*', false],
  ])('%s under %s: %s', (url, pattern, outcome) => expect(matchesPattern(url, pattern)).toBe(outcome));
});
