/** A random name, on every page: `crypto.randomUUID` is missing where a clinic's own network serves its EHR without TLS. */
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
