/** Reads the files of a list to their end: everything they say of codes, or every fault with its place. */
import { err, ok, type Result } from '@claimside/shared/values';
import { CsvError } from 'csv-parse';
import { rowsOf } from '../tables/rows.ts';
import type { CodeEntry } from './entry.ts';
import type { Layout } from './layout.ts';
import type { CodeList } from './lists.ts';
import type { OpenedFiles, TextPart } from './open-files.ts';
import { type Head, headOf, recognise, startReading } from './recognise.ts';
import { createSink, type FileFault, type Gathered } from './sink.ts';

/** Why files were not imported. `count` faults were found, of which the first are listed; none when it was stopped. */
export interface Refusal {
  readonly faults: readonly FileFault[];
  readonly count: number;
}

export interface Watcher {
  /** Bytes read so far, of how many. */
  progress(done: number, total: number): void;
  /** Aborted when the person wants it to stop. */
  readonly stopped: AbortSignal;
}

interface Chosen {
  readonly part: TextPart;
  readonly layout: Layout;
  readonly head: Head;
}

export async function readCodeFiles(
  list: CodeList,
  opened: OpenedFiles,
  watcher: Watcher,
): Promise<Result<Map<string, CodeEntry>, Refusal>> {
  const sink = createSink();
  const chosen = await chooseParts(list, opened, sink);
  const total = chosen.reduce((sum, { part }) => sum + part.sizeBytes, 0);
  let done = 0;
  const count = (bytes: number) => {
    done += bytes;
    watcher.progress(done, total);
  };
  if (sink.faultCount() === 0)
    for (const each of chosen) {
      sink.startFile(each.part.name);
      await readPart(each, sink, count, watcher.stopped);
    }
  if (watcher.stopped.aborted) return err({ faults: [], count: 0 });
  if (sink.faultCount() === 0 && sink.entries.size === 0)
    sink.fault(0, 'There is not one code in it.', 'Look whether it is the right file.');
  if (sink.faultCount() > 0) return err({ faults: sink.faults, count: sink.faultCount() });
  return ok(sink.entries);
}

/** Of each file the parts that are this list, in the layout that says most; a file without any is a fault. */
async function chooseParts(list: CodeList, { files, parts }: OpenedFiles, sink: Gathered): Promise<Chosen[]> {
  const chosen: Chosen[] = [];
  for (const { name } of files) {
    sink.startFile(name);
    const found: Chosen[] = [];
    let looksLike: CodeList | undefined;
    for (const part of parts.filter((each) => each.file === name)) {
      if (list.forOthers?.test(part.name)) {
        sink.fault(
          0,
          `The name ${part.name} says that this edition is not for practitioners.`,
          'Download the one for practitioners.',
        );
        continue;
      }
      const head = await headOf(part);
      const recognised = recognise(head, list);
      if ('layout' in recognised) found.push({ part, head, layout: recognised.layout });
      else looksLike ??= recognised.looksLike;
    }
    const best = list.layouts.find((layout) => found.some((each) => each.layout === layout));
    if (best) chosen.push(...found.filter((each) => each.layout === best));
    else if (sink.faultCount() === 0) sink.fault(0, ...notThisList(list, looksLike));
  }
  return chosen;
}

function notThisList(list: CodeList, looksLike: CodeList | undefined): [message: string, fix: string] {
  const wanted = list.layouts.map((layout) => layout.name).join(' or ');
  if (looksLike)
    return [
      `This looks like ${looksLike.title}, not like ${list.title}.`,
      `Import it with claimside codes import ${looksLike.name}, or name the right file.`,
    ];
  return [`This does not look like ${wanted}.`, 'Look whether it is the right file, unedited.'];
}

async function readPart(
  { part, layout, head }: Chosen,
  sink: Gathered,
  count: (bytes: number) => void,
  stopped: AbortSignal,
): Promise<void> {
  const reading = startReading(layout, sink);
  const separator = layout.form === 'fixed' ? 'none' : head.separator;
  try {
    for await (const rows of rowsOf(counted(await part.open(), count), separator)) {
      for (const row of rows) reading.row(row);
      if (stopped.aborted) return;
    }
    reading.end();
  } catch (error) {
    if (error instanceof CsvError) {
      const line = typeof error.lines === 'number' ? error.lines : 0;
      sink.fault(
        line,
        'A quotation mark on this line or before it has no partner.',
        'Save the sheet as CSV again.',
      );
    } else sink.fault(0, 'The file is damaged: it can not be read to its end.', 'Download it again.');
  }
}

async function* counted(
  bytes: AsyncIterable<Buffer>,
  count: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    count(chunk.length);
    yield chunk;
  }
}
