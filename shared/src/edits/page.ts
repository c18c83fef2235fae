/** The page that lists every edit, as Markdown: made from the registry, so that it can't fall behind. */
import type { Edit, EditFamily } from './edit.ts';
import type { FindingSeverity } from './finding.ts';

const SEVERITIES: Readonly<Record<FindingSeverity, string>> = {
  error: 'blocks',
  warning: 'warns',
  repaired: 'repaired',
};

const HEAD = `# Edits

Every rule that a claim is checked by before it is sent: in the sidebar at the field, on the server once more, and over
837P files. Written by \`claimside docs edits\` from the rules themselves.

**blocks**: the claim is not sent as it is. **warns**: a person should look; it can be sent. **repaired**: form only, put
right when the claim is written. *SNIP* is the kind of check: 1 syntax, 2 always required, 3 sums, 4 required by another
part, 5 code sets, 6 kind of service, 7 partner. In fields, \`*\` stands for a row's number or a role. Rules that need to
know something besides the claim (code lists, the payer, eligibility) are silent where it is not known.
`;

/** The whole page, ending in a line break. */
export function editsPage(families: readonly EditFamily[]): string {
  const count = families.reduce((sum, { edits }) => sum + edits.length, 0);
  return [HEAD, `${count} edits.`, '', ...families.map(section)].join('\n');
}

function section({ name, edits }: EditFamily): string {
  return [
    `## ${name}`,
    '',
    '| id | severity | SNIP | rule | fields | source |',
    '| --- | --- | --- | --- | --- | --- |',
    ...edits.map(row),
    '',
  ].join('\n');
}

function row({ id, severity, snip, summary, fields, source }: Edit): string {
  const places = fields.map((field) => (field === '' ? 'claim' : `\`${field}\``)).join(', ');
  return `| ${[`\`${id}\``, SEVERITIES[severity], snip, summary, places, source].join(' | ')} |`;
}
