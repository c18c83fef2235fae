/** JSON of a file while it is read, in lists of lists: each item of the innermost list on a line of its own. */

/** Gathers text until it is taken. */
export class TreeJson {
  #text: string;
  /** Items so far in each list that is open. */
  readonly #counts = [0];
  /** What stands behind the list of an open item before the item ends. */
  readonly #behind: string[] = [];

  /** `start`: the text up to the first item of the outermost list. */
  constructor(start: string) {
    this.#text = start;
  }

  /** An item of the list at `depth`, with a list of its own that stays open. */
  protected openItem(depth: number, start: object, list: string): void {
    this.closeTo(depth);
    this.#next();
    const said = JSON.stringify(start).slice(1, -1);
    this.#text += `{${said}${said === '' ? '' : ','}"${list}":[`;
    this.#counts.push(0);
    this.#behind.push('');
  }

  /** An item of the innermost list. */
  protected item(value: object): void {
    this.#next();
    this.#text += JSON.stringify(value);
  }

  /** Something more of the item that is open at `depth`, behind its list. */
  protected behindList(depth: number, name: string, value: unknown): void {
    this.#behind[depth] = `,"${name}":${JSON.stringify(value)}`;
  }

  /** Ends every item below the list at `depth`. */
  protected closeTo(depth: number): void {
    while (this.#counts.length > depth + 1) {
      this.#counts.pop();
      this.#text += `]${this.#behind.pop() ?? ''}}`;
    }
  }

  /** Ends all items; `rest` is the text behind the outermost list. */
  protected finish(rest: string): void {
    this.closeTo(0);
    this.#text += rest;
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  #next(): void {
    const count = this.#counts.pop() ?? 0;
    this.#counts.push(count + 1);
    this.#text += count === 0 ? '\n' : ',\n';
  }
}
