/** The folders are trust zones: lint refuses an import that crosses one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

const FORBIDDEN = [
  ['shared/src/claim', '@claimside/server/app'],
  ['shared/src/claim', 'node:fs'],
  ['shared/src/claim', 'preact'],
  ['server/src/x12', '../transactions/claim-837p/index.ts'],
  ['server/src/x12', '../store/store.ts'],
  ['server/src/transactions/ack-999', '../../store/claims.ts'],
  ['server/src/transactions/ack-999', '../../http/index.ts'],
  ['server/src/http/claims', 'drizzle-orm'],
  ['server/src/http/claims', 'better-sqlite3'],
  ['server/src/exchange', 'drizzle-orm/better-sqlite3'],
  ['server/src/code-sets', 'drizzle-orm'],
  ['server/src/http/claims', 'ssh2-sftp-client'],
  ['server/src/store', 'ssh2'],
  ['server/src/store', '../remittance/index.ts'],
  ['server/src/sandbox', '../store/claims.ts'],
  ['extension/src/page', '../sidebar/app.tsx'],
  ['extension/src/page', '@claimside/shared/claim'],
  ['extension/src/ehr/openemr', '../../options/app.tsx'],
  ['extension/src/ehr/openemr', 'zod'],
  ['extension/src/sidebar', '../page/host.ts'],
  ['extension/src/entrypoints/page.ts', '../sidebar/app.tsx'],
  ['extension/src/teach', '../sidebar/teach/teach-panel.tsx'],
  ['extension/src/entrypoints/teach.ts', '../ui/server/index.ts'],
] as const;

const ALLOWED = [
  ['shared/src/claim', '../values/index.ts'],
  ['server/src/transactions/ack-999', '../../x12/index.ts'],
  ['server/src/store', 'drizzle-orm'],
  ['server/src/exchange', 'ssh2-sftp-client'],
  ['extension/src/page', '@claimside/shared/capture'],
  ['extension/src/sidebar', '../messages.ts'],
] as const;

const scratch = mkdtempSync(join(tmpdir(), 'claimside-zones-'));
const refused = lintEach([...FORBIDDEN, ...ALLOWED]);
afterAll(() => rmSync(scratch, { recursive: true }));

describe('import zones', () => {
  test.each(FORBIDDEN)('%s may not import %s', (folder, specifier) => {
    expect(refused).toContain(fileOf(folder, specifier));
  });

  test.each(ALLOWED)('%s may import %s', (folder, specifier) => {
    expect(refused).not.toContain(fileOf(folder, specifier));
  });
});

/** The case's own file: named after the import, unless the zone is a single file. */
function fileOf(folder: string, specifier: string): string {
  if (folder.endsWith('.ts')) return folder;
  return `${folder}/${specifier.replaceAll(/[^a-z0-9]+/g, '-')}.ts`;
}

/** Lints one file per case under the project's own settings; gives the files that the zone rule refused. */
function lintEach(cases: readonly (readonly [string, string])[]): string[] {
  for (const [folder, specifier] of cases) {
    const file = join(scratch, fileOf(folder, specifier));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import { thing } from '${specifier}';\nexport const used = thing;\n`);
  }
  const settings = JSON.parse(readFileSync(join(root, '.biome.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(
    join(scratch, '.biome.json'),
    JSON.stringify({ ...settings, $schema: undefined, vcs: { enabled: false } }),
  );
  const biome = join(root, 'node_modules/.bin/biome');
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '--only=style/noRestrictedImports', '.'];
  const run = spawnSync(biome, args, { cwd: scratch, encoding: 'utf8' });
  const report = JSON.parse(run.stdout) as {
    diagnostics: { location: { path: string | { file: string } } }[];
  };
  return report.diagnostics.map(({ location: { path } }) =>
    (typeof path === 'string' ? path : path.file).replace('./', ''),
  );
}
