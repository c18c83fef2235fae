/** Ends with 0 when the server of this container answers, for the container’s own health check. */
const { CLAIMSIDE_HEALTH_URL = 'http://127.0.0.1:4780/api/v1/health' } = process.env;

const isWell = await fetch(CLAIMSIDE_HEALTH_URL, { signal: AbortSignal.timeout(5_000) }).then(
  ({ ok }) => ok,
  () => false,
);
process.exitCode = isWell ? 0 : 1;

export {};
