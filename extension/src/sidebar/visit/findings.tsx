/** What there is to say about a part of the visit, next to it, each with its way out. */

import { Button, Icon } from '../../ui/parts/index.ts';
import type { VisitNotice } from './notices.ts';
import { blocks } from './notices.ts';
import { useVisitTools } from './visit-context.tsx';

/** `labels` names fields, to say several missing ones in one sentence. */
export function Findings(props: {
  notices: readonly VisitNotice[];
  labels?: Readonly<Record<string, string>>;
}) {
  const rows = gather(props.notices, props.labels ?? {});
  if (rows.length === 0) return null;
  return (
    <ul class="findings">
      {rows.map((row) => (
        <FindingRow key={row.notices[0]?.key} {...row} />
      ))}
    </ul>
  );
}

interface Row {
  readonly notices: readonly VisitNotice[];
  readonly message: string;
  readonly advice: string;
}

/** Fields that are missing for the same reason make one row. */
function gather(notices: readonly VisitNotice[], labels: Readonly<Record<string, string>>): Row[] {
  const rows: Row[] = [];
  const missing = new Map<string, VisitNotice[]>();
  for (const notice of notices) {
    const { id, path, message, fix } = notice.finding;
    if (id !== 'required' || notice.fix || !(path in labels)) {
      rows.push({ notices: [notice], message, advice: fix });
      continue;
    }
    const same = missing.get(fix) ?? [];
    missing.set(fix, [...same, notice]);
  }
  for (const [advice, same] of missing) {
    const names = same.map(({ finding }) => labels[finding.path]);
    const first = same[0]?.finding.message ?? '';
    rows.push({
      notices: same,
      message: same.length === 1 ? first : `Missing: ${names.join(', ')}.`,
      advice,
    });
  }
  return rows;
}

function FindingRow({ notices, message, advice }: Row) {
  const { update, goTo } = useVisitTools();
  const notice = notices[0];
  if (!notice) return null;
  const isError = blocks(notice);
  const { fix, finding } = notice;
  return (
    <li class={`finding tone-${isError ? 'bad' : 'warning'}`} data-finding={finding.id}>
      <Icon name={isError ? 'stop' : 'warning'} />
      <p>
        <span class="for-screen-readers">{isError ? 'To fix: ' : 'To know: '}</span>
        {message} <span class="finding-fix">{advice}</span>
      </p>
      {fix ? (
        <Button class="small" onClick={() => update(fix.apply)}>
          {fix.label}
        </Button>
      ) : (
        finding.path !== '' && (
          <Button class="small" onClick={() => goTo(finding.path)}>
            Go
          </Button>
        )
      )}
    </li>
  );
}
