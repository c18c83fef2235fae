/** Reads a secret, a private key too, from a terminal without echo, or the whole of a pipe. */
import type { ReadStream } from 'node:tty';

const ENTER = ['\r', '\n'];
const BACKSPACE = ['\b', '\u007f'];
const INTERRUPT = ['\u0003', '\u0004'];

/** A pasted key ends with its last line: what came after the first would else be taken by the shell. */
const isUnfinished = (secret: string): boolean =>
  (/-----BEGIN /.test(secret) && !/-----END [^-]*-----\s*$/.test(secret)) ||
  (/PuTTY-User-Key-File/.test(secret) && !/Private-MAC:\s*\S+\s*$/.test(secret));

/** Empty when the person gives up (Ctrl-C) or the pipe holds nothing. A trailing newline of a pipe is not part of it. */
export async function readSecret(
  input: ReadStream | NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  prompt: string,
): Promise<string> {
  if (!('setRawMode' in input) || !input.isTTY) return (await readAll(input)).replace(/\r?\n$/, '');
  output.write(prompt);
  input.setRawMode(true);
  input.setEncoding('utf8');
  try {
    return await typed(input);
  } finally {
    input.setRawMode(false);
    input.pause();
    output.write('\n');
  }
}

async function typed(input: ReadStream): Promise<string> {
  return new Promise((resolve) => {
    let secret = '';
    const onData = (keys: string) => {
      for (const [index, key] of [...keys].entries()) {
        // A blank line before what is pasted.
        const isBlank = secret.trim() === '' && index < keys.length - 1;
        if (ENTER.includes(key) && (isBlank || isUnfinished(secret))) {
          secret = isBlank ? '' : `${secret}\n`;
          continue;
        }
        if (ENTER.includes(key) || INTERRUPT.includes(key)) {
          input.off('data', onData);
          resolve(INTERRUPT.includes(key) ? '' : secret);
          return;
        }
        secret = BACKSPACE.includes(key) ? secret.slice(0, -1) : secret + key;
      }
    };
    input.on('data', onData);
    input.resume();
  });
}

async function readAll(input: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of input) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
