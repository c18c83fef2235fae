/** The JSON of a file of one transaction while it is read: interchanges and groups around what each set holds. */
import type { EnvelopeParts, GroupStart, InterchangeStart } from '../../../transactions/parts/file-parts.ts';
import type { X12Finding } from '../../../x12/index.ts';
import { TreeJson } from './tree-json.ts';

/** The whole is `{kinds, [name]: {interchanges}, findings}`. */
export class FileJson extends TreeJson implements EnvelopeParts {
  #acknowledgements: (readonly string[])[] = [];

  constructor(kind: string, name: string) {
    super(`{"kinds":["${kind}"],\n"${name}":{"interchanges":[`);
  }

  interchange(start: InterchangeStart): void {
    this.#acknowledgements = [];
    this.openItem(0, start, 'groups');
  }

  interchangeAcknowledgement(elements: readonly string[]): void {
    this.#acknowledgements.push(elements);
    this.behindList(0, 'acknowledgements', this.#acknowledgements);
  }

  group(start: GroupStart): void {
    this.openItem(1, start, 'sets');
  }

  end(findings: readonly X12Finding[]): void {
    const lines = findings.map((finding) => `\n${JSON.stringify(finding)}`);
    this.finish(`]},\n"findings":[${lines.join(',')}]}\n`);
  }
}
