/** Ends with 0 when the server of this container answers, by HTTP or by HTTPS, for the container’s own health check. */
import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';

const PATH = '127.0.0.1:4780/api/v1/health';

/** The certificate names the practice's host and not this address; what is asked here is only whether anybody answers. */
const isWell = (get: typeof getHttps, url: string) =>
  new Promise<boolean>((resolve) => {
    const asked = get(url, { rejectUnauthorized: false, timeout: 5_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.on('timeout', () => asked.destroy());
  });

const { CLAIMSIDE_HEALTH_URL: given } = process.env;
const urls = given === undefined ? [`http://${PATH}`, `https://${PATH}`] : [given];
const answers = await Promise.all(
  urls.map((url) => isWell(url.startsWith('https:') ? getHttps : getHttp, url)),
);
process.exitCode = answers.some(Boolean) ? 0 : 1;
