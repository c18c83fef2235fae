/** A TCP proxy between the server and its clearinghouse, that does one harm at one byte of one phase. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './faults.ts';
import type { Phase } from './phases.ts';
import { SshStream } from './ssh-stream.ts';

/** `up`: from the server to the clearinghouse. */
export type Direction = 'up' | 'down';

export interface Harm {
  readonly fault: Fault;
  readonly phase: Phase;
  readonly direction: Direction;
  /** Bytes of the phase, in that direction, that pass before it. */
  readonly offset: number;
}

export type Lengths = Map<Phase, Record<Direction, number>>;

const LATENCY_MILLISECONDS = 100;
/** Bytes that go one by one, that are lost, that come as others. */
const SLOW_BYTES = 100;
const HARMED_BYTES = 7;

export class Wire {
  readonly port: number;
  /** Connections since the last harm was chosen. */
  connections = 0;
  /** The harm was done. */
  isDone = false;
  /** Bytes of each phase since the last harm was chosen. */
  lengths: Lengths = new Map();
  #phase: Phase | undefined;
  #harm: Harm | undefined;
  readonly #close: () => Promise<void>;
  readonly #sockets = new Set<Socket>();

  private constructor(port: number, close: () => Promise<void>) {
    this.port = port;
    this.#close = close;
  }

  static async start(target: number): Promise<Wire> {
    const listener = createServer({ allowHalfOpen: true, noDelay: true });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { port } = listener.address() as AddressInfo;
    const wire = new Wire(port, () => new Promise((resolve) => listener.close(() => resolve())));
    listener.on('connection', (client) => wire.#join(client, target));
    return wire;
  }

  /** Told by the client which request it makes. */
  note(phase: Phase): void {
    this.#phase = phase;
  }

  /** Ends what is open, and does this harm to the next connection; undefined: none. */
  choose(harm: Harm | undefined): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#harm = harm;
    this.isDone = false;
    this.connections = 0;
    this.lengths = new Map();
  }

  async close(): Promise<void> {
    this.choose(undefined);
    await this.#close();
  }

  #join(client: Socket, target: number): void {
    this.connections += 1;
    this.#phase = undefined;
    const server = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    void this.#carry('up', client, server);
    void this.#carry('down', server, client);
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        this.#sockets.delete(socket);
        // What one side has given up for good, the other hears of.
        (socket === client ? server : client).destroySoon();
      });
    }
  }

  async #carry(direction: Direction, from: Socket, to: Socket): Promise<void> {
    const stream = new SshStream();
    try {
      const chunks: AsyncIterable<Buffer> = from.iterator({ destroyOnReturn: false });
      for await (const chunk of chunks)
        for (const { part, bytes } of stream.cut(chunk)) {
          const phase = part === 'sealed' ? (this.#phase ?? 'log-in') : part;
          if ((await this.#pass(phase, direction, bytes, from, to)) === 'no more') return;
        }
      to.end();
    } catch {
      to.destroy();
    }
  }

  /** Carries bytes of one phase on, and harms them when it is their turn. */
  async #pass(
    phase: Phase,
    direction: Direction,
    bytes: Buffer,
    from: Socket,
    to: Socket,
  ): Promise<'no more' | undefined> {
    const counted = this.lengths.get(phase) ?? { up: 0, down: 0 };
    const before = counted[direction];
    counted[direction] += bytes.length;
    this.lengths.set(phase, counted);
    const harm = this.#harm;
    const isHere =
      harm?.phase === phase && harm.direction === direction && before + bytes.length > harm.offset;
    if (!harm || this.isDone || !isHere) return void to.write(bytes);
    this.isDone = true;
    const at = Math.max(0, harm.offset - before);
    if (at > 0) to.write(bytes.subarray(0, at));
    return harmed(harm.fault, bytes.subarray(at), from, to);
  }
}

async function harmed(fault: Fault, bytes: Buffer, from: Socket, to: Socket): Promise<'no more' | undefined> {
  switch (fault) {
    case 'latency':
      await delay(LATENCY_MILLISECONDS);
      to.write(bytes);
      return undefined;
    case 'slow':
      for (const byte of bytes.subarray(0, SLOW_BYTES)) {
        to.write(Buffer.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
      to.write(bytes.subarray(SLOW_BYTES));
      return undefined;
    case 'cut':
      from.end();
      to.end();
      return drain(from);
    case 'reset':
      from.resetAndDestroy();
      to.resetAndDestroy();
      return 'no more';
    case 'half-close':
      to.end();
      return drain(from);
    case 'silence':
      return drain(from);
    case 'truncate':
      to.write(bytes.subarray(HARMED_BYTES));
      return undefined;
    case 'garbage':
      to.write(bytes.map((byte, index) => (index < HARMED_BYTES ? byte ^ 0x5a : byte)));
      return undefined;
  }
}

/** Reads on, so that the sender notices nothing. */
function drain(from: Socket): 'no more' {
  from.resume();
  return 'no more';
}
