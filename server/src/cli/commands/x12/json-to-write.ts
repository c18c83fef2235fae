/** The JSON that `write` takes; anything else is told for what it is, with the command that takes it. */
import { identify } from '../../../x12/index.ts';
import { Trouble } from '../../trouble.ts';
import { WRITERS, type Writer } from './writers.ts';

const WANTED = 'claimside x12 write takes the JSON that claimside x12 read gives.';

export interface JsonToWrite {
  readonly json: unknown;
  /** Of the first kind in it that can be written. */
  readonly writer: Writer;
  /** What else it holds, in words: none of it is written. */
  readonly others: readonly string[];
}

/** Refuses what is no JSON of a file; the engine's own message would quote the text, which is patient data. */
export function jsonToWrite(bytes: Uint8Array, name: string): JsonToWrite {
  const text = textOf(bytes);
  if (text === undefined) throw new Trouble(`${name} is binary: no JSON, and no X12 either. ${WANTED}`);
  if (text.trim() === '') throw new Trouble(`${name} is empty. ${WANTED}`);
  if (!/^\s*[[{]/.test(text) && identify(bytes.subarray(0, HEAD_BYTES)) !== 'not-x12')
    throw new Trouble(
      `${name} is X12 already. Use claimside x12 read to make JSON of it, check to see what is wrong with it, explain to have it in words.`,
    );
  const json = parse(text, name);
  const held = typeof json === 'object' && json !== null ? json : {};
  const writers = WRITERS.filter(({ key }) => Object.hasOwn(held, key));
  const [writer, ...more] = writers;
  if (writer) return { json, writer, others: more.map(({ what }) => what) };
  throw new Trouble(
    `${name} holds none of ${WRITERS.map(({ key }) => key).join(', ')}: it is no file as claimside x12 read gives it. Nothing was written.`,
  );
}

const HEAD_BYTES = 64 * 1024;

/** Undefined when the bytes are no text. A byte order mark is left out. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    const before = text.slice(0, Number(at)).split('\n');
    const isCutOff = /end of JSON|Unterminated/.test(String(error));
    const place = isCutOff ? ' It ends too early.' : at === undefined ? '' : ` See line ${before.length}.`;
    throw new Trouble(`${name} is no JSON.${place} ${WANTED}`);
  }
}
