/** The API description as OpenAPI, and a page to read it. Everything on the page comes from this server. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Api } from '../deps.ts';
import { problem } from '../problem.ts';

const BASE = '/api/v1';
const SWAGGER_UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Claimside API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${BASE}/reference/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="${BASE}/reference/swagger-ui-bundle.js"></script>
<script src="${BASE}/reference/start.js"></script>
</body>
</html>
`;

/** Reading only: requests from a web page are refused anyway, so it offers no place to type a token. */
const START = `SwaggerUIBundle({
  url: '${BASE}/openapi.json',
  dom_id: '#reference',
  supportedSubmitMethods: [],
  plugins: [() => ({ wrapComponents: { authorizeBtn: () => () => null } })],
  validatorUrl: null,
});
`;

/** Call after all routes were added. */
export function addReference(app: Api): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'device', {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that pairing gave this browser.',
  });
  // Made for the first who asks: it takes longer than all else that a start does.
  let document: ReturnType<typeof describe> | undefined;
  app.get(`${BASE}/openapi.json`, (c) => {
    document ??= describe(app);
    return c.json(document, 200);
  });
  app.get(`${BASE}/reference`, (c) => c.html(PAGE));
  app.get(`${BASE}/reference/:file`, async (c) => {
    switch (c.req.param('file')) {
      case 'start.js':
        return c.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' });
      case 'swagger-ui-bundle.js':
        return c.body(await asset('swagger-ui-bundle.js'), 200, {
          'content-type': 'text/javascript; charset=utf-8',
        });
      case 'swagger-ui.css':
        return c.body(await asset('swagger-ui.css'), 200, { 'content-type': 'text/css; charset=utf-8' });
      default:
        return problem(c, 'not-found');
    }
  });
}

function describe(app: Api) {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Claimside',
      version: '1',
      description:
        'Bills visits for one practice. Errors are RFC 9457 problem documents without patient data.',
    },
  });
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const method of Object.values(methods)) method.tags = [resourceOf(path)];
  }
  return document;
}

/** The group a route is listed under: `claims` for `/api/v1/claims/{id}`. */
function resourceOf(path: string): string {
  return path.slice(BASE.length + 1).split('/')[0] ?? '';
}

const asset = async (name: string) => new Uint8Array(await readFile(join(SWAGGER_UI, name)));
