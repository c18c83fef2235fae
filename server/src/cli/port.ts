/** A port as an argument. */
import { InvalidArgumentError } from 'commander';

/** 0 to 65535. */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}
