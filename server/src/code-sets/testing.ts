/** For tests: a text read in a layout, sample files as publishers lay them out (all words invented), a store to import into. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import { pino } from 'pino';
import { ZipFile } from 'yazl';
import { newId, systemRuntime } from '../runtime.ts';
import { insertPractice } from '../store/practices.ts';
import { openStore } from '../store/store.ts';
import { rowsOf, type Separator } from '../tables/rows.ts';
import type { CodeEntry } from './entry.ts';
import { type ImportRequest, importCodeList } from './import.ts';
import type { Layout } from './layout.ts';
import { codeListOf } from './lists.ts';
import { startReading } from './recognise.ts';
import { createSink, type FileFault } from './sink.ts';

/** What the layout reads in a text. */
export async function readAs(
  layout: Layout,
  text: string,
  separator: Separator = layout.form === 'fixed' ? 'none' : 'comma',
): Promise<{ entries: Record<string, CodeEntry>; faults: readonly FileFault[] }> {
  const sink = createSink();
  const reading = startReading(layout, sink);
  for await (const rows of rowsOf(bytesOf(text), separator)) for (const row of rows) reading.row(row);
  reading.end();
  return { entries: Object.fromEntries(sink.entries), faults: sink.faults };
}

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

/** A line of the ICD-10-CM order file. */
export function orderLine(number: number, code: string, flag: 0 | 1, title: string): string {
  return `${String(number).padStart(5, '0')} ${code.padEnd(7)} ${flag} ${title.slice(0, 60).padEnd(60)} ${title}`;
}

/** A first record of the HCPCS text file, 320 columns; dates as digits. */
export function hcpcsLine(code: string, kind: 3 | 7, title: string, added: string, ended = ''): string {
  const start = `${code.padStart(5)}00100${kind}${title.padEnd(80)}SHORT`;
  return `${start.padEnd(268)}${added.padEnd(8)}${added.padEnd(8)}${ended.padEnd(8)}N`.padEnd(320);
}

export const ORDER_FILE = [
  orderLine(1, 'M54', 0, 'INVENTED HEADING OF BACKS'),
  orderLine(2, 'M545', 0, 'INVENTED HEADING OF LOW BACKS'),
  orderLine(3, 'M5450', 1, 'INVENTED WORDS OF A LOW BACK'),
  orderLine(4, 'M5451', 1, 'INVENTED WORDS OF ANOTHER LOW BACK'),
].join('\r\n');

export const PAIR_FILE = [
  'INVENTED NOTICE OF A LICENCE',
  '',
  'Column 1\tColumn 2\t"*=in existence',
  'prior to 1996"\tEffective Date\tDeletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale',
  '10001\t20001\t*\t19960101\t*\t0\tINVENTED REASON',
  '10001\t20002\t\t20260101\t*\t1\tINVENTED "REASON"',
  '10001\t20003\t\t20100101\t20111231\t1\tINVENTED REASON',
  '10001\t20004\t\t20260101\t20260101\t9\tINVENTED REASON',
  '10002\t20001\t\t20200101\t20260630\t1\tINVENTED REASON',
].join('\r\n');

export const UNIT_FILE = [
  '"INVENTED NOTICE OF A LICENCE,',
  'on two lines",,,',
  '"HCPCS/',
  'CPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale',
  '10001,2,1 Line Edit,INVENTED',
  '10002,1,"2 Date of Service Edit: Policy","INVENTED, TOO"',
].join('\r\n');

export interface Bench {
  readonly scope: { readonly db: ReturnType<typeof openStore>['db']; readonly practiceId: string };
  readonly store: ReturnType<typeof openStore>;
  readonly practiceId: string;
  readonly runtime: ReturnType<typeof systemRuntime>;
  /** Writes a file to import; gives its path. */
  file(name: string, content: string | Buffer): string;
  /** Imports files into the list of that name. */
  import(list: string, paths: readonly string[], more?: ImportMore): ReturnType<typeof importCodeList>;
  close(): Promise<void>;
}

type ImportMore = Partial<Pick<ImportRequest, 'anyway' | 'byDevice'>> & {
  effective?: string;
  stopped?: AbortSignal;
  store?: ReturnType<typeof openStore>;
  progress?: (done: number, total: number) => void;
};

/** A store with one practice in a temporary folder. It is 2026-11-20. */
export async function openBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-codes-'));
  const store = openStore(join(folder, 'claimside.db'));
  const runtime = {
    ...systemRuntime(pino({ level: 'silent' })),
    now: () => '2026-11-20T12:00:00.000Z' as UtcInstant,
  };
  const practiceId = newId(runtime);
  await store.transaction((db) =>
    insertPractice(db, { id: practiceId, name: 'TEST', createdAt: runtime.now() }),
  );
  return {
    store,
    runtime,
    practiceId,
    scope: { db: store.db, practiceId },
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    import(name, paths, more = {}) {
      const list = codeListOf(name);
      if (!list) throw new Error('no such list');
      return importCodeList(
        { store: more.store ?? store, runtime, practiceId },
        {
          list,
          paths,
          effective: more.effective as IsoDate | undefined,
          anyway: more.anyway ?? false,
          byDevice: more.byDevice ?? null,
        },
        {
          progress: more.progress ?? (() => {}),
          stopped: more.stopped ?? new AbortController().signal,
        },
      );
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Not compressed, so that a test can change what is inside. */
export async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
}

/** Sentences why it was refused, with file and line. */
export async function refusalOf(importing: ReturnType<Bench['import']>): Promise<string[]> {
  const outcome = await importing;
  if (outcome.ok) throw new Error('it was imported');
  return outcome.error.faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
}
