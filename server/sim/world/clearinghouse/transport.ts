/** How the server reaches the simulated clearinghouse: requests that fail, break off, or are done without an answer. */
import { err, ok, type Result } from '@claimside/shared/values';
import type { Random } from '../../../fuzz/random.ts';
import type {
  ConnectTransport,
  RemoteFile,
  TransportError,
  TransportSession,
  Uploaded,
} from '../../../src/exchange/transport.ts';
import type { Life } from '../life.ts';
import type { Trace } from '../trace.ts';
import type { Folders } from './folders.ts';
import { fails, type Weather } from './weather.ts';

export interface Way {
  readonly life: Life;
  /** Of the clearinghouse that listens there. */
  foldersAt(port: number): Folders;
  readonly random: Random;
  readonly trace: Trace;
  weather(): Weather;
  /** What others do while a request is under way. */
  meanwhile(): Promise<void>;
}

type Phase = TransportError['phase'];

const trouble = (phase: Phase, code: string) => err<TransportError>({ kind: 'trouble', phase, code });

/** How an upload may end badly. */
const UPLOAD_ENDS = ['refused', 'not-begun', 'torn', 'unheard', 'silent'] as const;

export function simulatedSftp(way: Way): ConnectTransport {
  return async ({ port }) => {
    await way.life.step('before connecting');
    const { connect, door } = way.weather();
    way.trace.note(`  connect ${port} ${door}`);
    if (fails(way.random, connect))
      return err({ kind: 'unreachable', phase: 'connect', code: 'ECONNREFUSED' });
    if (door !== 'open') return err({ kind: door, phase: 'connect', code: 'DOOR' });
    return ok(new Session(way, way.foldersAt(port)));
  };
}

class Session implements TransportSession {
  readonly #way: Way;
  readonly #folders: Folders;
  #isLost = false;

  constructor(way: Way, folders: Folders) {
    this.#way = way;
    this.#folders = folders;
  }

  async list(folder: string) {
    const folders = this.#folders;
    const { random } = this.#way;
    const failed = await this.#before(`list ${folder}`, this.#way.weather().list, 'open');
    if (failed) return failed;
    const files = [...(folder === 'outbound' ? folders.outbound : [])].map(
      ([name, { bytes, modified }]): RemoteFile => ({ name, size: bytes.length, modified }),
    );
    // A listing may be older than what lies there.
    const shown = this.#way.weather().list > 0 && random.oneIn(4) ? files.slice(0, -1) : files;
    return ok({ files: shown, oddNames: 0, beyondLimit: 0 });
  }

  async download(folder: string, { name }: RemoteFile): Promise<Result<Buffer, TransportError>> {
    const folders = this.#folders;
    const { random } = this.#way;
    const { download } = this.#way.weather();
    const failed = await this.#before(`download ${name}`, download, 'open');
    if (failed) return failed;
    if (folder === 'inbound') return this.#readBack(name);
    const file = folders.outbound.get(name);
    if (!file) return trouble('open', '2');
    const { bytes } = file;
    return ok(fails(random, download) ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes);
  }

  async upload(
    _folder: string,
    name: string,
    bytes: Uint8Array,
    temporary: string | null,
    mayGoOn: () => boolean,
  ): Promise<Result<Uploaded, TransportError>> {
    const folders = this.#folders;
    const { life, random, trace } = this.#way;
    const failed = await this.#before(`upload ${name}`, 0, 'open');
    if (failed) return failed;
    if (folders.inbound.has(name)) return trouble('open', 'EXISTS');
    if (!mayGoOn()) return trouble('open', 'STOPPED');
    const content = Buffer.from(bytes);
    const isTorn = fails(random, this.#way.weather().upload);
    const end = isTorn ? random.pick(UPLOAD_ENDS) : 'heard';
    trace.note(`  upload ends ${end}`);
    if (end === 'refused') return trouble('open', '4');
    if (end === 'not-begun') return this.#lose('open', 'CLOSED');
    const part = content.subarray(0, random.below(content.length));
    folders.inbound.set(temporary ?? name, { bytes: part, isWhole: false });
    await life.step('with a part uploaded');
    await this.#way.meanwhile();
    if (!mayGoOn()) return trouble('write', 'STOPPED');
    if (end === 'torn') return this.#lose('write', 'CLOSED');
    if (temporary !== null && !folders.inbound.delete(temporary)) return trouble('open', '2');
    // What is taken while it is written is gone: the rest is written to a file that nobody sees any more.
    if (temporary !== null || folders.inbound.has(name))
      folders.inbound.set(name, { bytes: content, isWhole: true });
    await life.step('with all uploaded');
    await this.#way.meanwhile();
    if (end === 'silent') return trouble('write', 'TIMEOUT');
    return end === 'unheard' ? this.#lose('write', 'CLOSED') : ok({});
  }

  async sizeOf(folder: string, name: string): Promise<Result<number | undefined, TransportError>> {
    const folders = this.#folders;
    const failed = await this.#before(`size of ${name}`, this.#way.weather().look, 'verify');
    if (failed) return failed;
    return ok((folder === 'inbound' ? folders.inbound : folders.outbound).get(name)?.bytes.length);
  }

  #readBack(name: string): Result<Buffer, TransportError> {
    const file = this.#folders.inbound.get(name);
    return file ? ok(file.bytes) : trouble('open', '2');
  }

  async remove(folder: string, name: string): Promise<Result<void, TransportError>> {
    const failed = await this.#before(`remove ${name}`, this.#way.weather().look, 'write');
    if (failed) return failed;
    const folders = this.#folders;
    const isGone = (folder === 'inbound' ? folders.inbound : folders.outbound).delete(name);
    return isGone ? ok(undefined) : trouble('write', '2');
  }

  async close(): Promise<void> {
    await this.#way.life.step('before closing');
    this.#isLost = true;
  }

  async #before(
    request: string,
    oneIn: number,
    phase: Phase,
  ): Promise<Result<never, TransportError> | undefined> {
    const { life, random, trace } = this.#way;
    await life.step(`before: ${request}`);
    await this.#way.meanwhile();
    if (this.#isLost) return trouble(phase, 'CLOSED');
    trace.note(`  ${request}`);
    if (!fails(random, oneIn)) return undefined;
    if (random.oneIn(3)) return trouble(phase, '4');
    return random.oneIn(4) ? trouble(phase, 'TIMEOUT') : this.#lose(phase, 'CLOSED');
  }

  #lose(phase: Phase, code: string) {
    this.#isLost = true;
    return trouble(phase, code);
  }
}
