/** The JSON that `write` takes; anything else is told for what it is, with the command that takes it. */
import { identify } from '../../../x12/index.ts';
import { Trouble } from '../../trouble.ts';

const WANTED = 'claimside x12 write takes the JSON that claimside x12 read gives.';

export interface JsonToWrite {
  readonly json: unknown;
  /** Which transaction of it is written. */
  readonly kind: '837p' | '835';
  /** What else it holds, in words: none of it is written. */
  readonly others: readonly string[];
}

/** Refuses what is no JSON of claims or remittances; the engine's own message would quote the text, which is patient data. */
export function jsonToWrite(bytes: Uint8Array, name: string): JsonToWrite {
  const text = textOf(bytes);
  if (text === undefined) throw new Trouble(`${name} is binary: no JSON, and no X12 either. ${WANTED}`);
  if (text.trim() === '') throw new Trouble(`${name} is empty. ${WANTED}`);
  if (!/^\s*[[{]/.test(text) && identify(bytes.subarray(0, HEAD_BYTES)) !== 'not-x12')
    throw new Trouble(
      `${name} is X12 already. Use claimside x12 read to make JSON of it, check to see what is wrong with it, explain to have it in words.`,
    );
  const json = parse(text, name);
  const kind = has(json, 'professionalClaims') || !has(json, 'remittanceAdvice') ? '837p' : '835';
  const others = otherKinds(json, kind);
  if (others.length > 0 && kind === '837p' && !has(json, 'professionalClaims'))
    throw new Trouble(`${name} holds ${others.join(' and ')}: claimside x12 write writes 837P and 835 only.`);
  return { json, kind, others };
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

/** What `read` gives of answers. */
const OTHERS: Readonly<Record<string, string>> = {
  remittanceAdvice: 'a remittance (835)',
  implementationAcknowledgement: 'an acknowledgement (999, TA1)',
  claimAcknowledgement: 'a claim acknowledgement (277CA)',
};

function otherKinds(json: unknown, written: JsonToWrite['kind']): string[] {
  return Object.entries(OTHERS).flatMap(([key, what]) =>
    has(json, key) && !(written === '835' && key === 'remittanceAdvice') ? [what] : [],
  );
}

const has = (json: unknown, key: string) =>
  typeof json === 'object' && json !== null && Object.hasOwn(json, key);
