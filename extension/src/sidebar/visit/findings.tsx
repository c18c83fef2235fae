/** What there is to say about a part of the visit, next to it, each with its way out. */
import { Button, Icon } from '../../ui/parts/index.ts';
import { fieldNameOf } from './claim-fields/find.ts';
import { asksForLook, blocks, type VisitNotice } from './notices.ts';
import { useVisitTools } from './visit-context.tsx';

/**
 * `jump` adds a way to the field, for findings that don't stand beside it; `sumsUp` says everything that is missing in
 * one row, for parts that a person is just filling in.
 */
export function Findings(props: { notices: readonly VisitNotice[]; jump?: boolean; sumsUp?: boolean }) {
  const { jump = false, sumsUp = false } = props;
  const rows = gather(props.notices, sumsUp);
  if (rows.length === 0) return null;
  return (
    <ul class="findings">
      {rows.map((row) => (
        <FindingRow key={row.notice.key} row={row} jump={jump} />
      ))}
    </ul>
  );
}

interface Row {
  readonly notice: VisitNotice;
  readonly message: string;
  readonly advice: string;
}

/** A value that is missing, with no fix but to give it: said together with others of the same part. */
export const isPlainlyMissing = ({ finding, fix }: VisitNotice): boolean =>
  MISSING.includes(finding.id) && !fix;

const MISSING: readonly string[] = ['required', 'part-incomplete', 'address-incomplete'];

/** Errors first; fields that are missing for the same reason make one row. */
function gather(notices: readonly VisitNotice[], sumsUp: boolean): Row[] {
  const missing = new Map<string, VisitNotice[]>();
  const rows: Row[] = [];
  for (const notice of notices) {
    const { message, fix } = notice.finding;
    if (isPlainlyMissing(notice)) {
      const where = sumsUp ? '' : fix.replace(/ or (type|choose) it/, '');
      missing.set(where, [...(missing.get(where) ?? []), notice]);
    } else {
      rows.push({ notice, message, advice: fix });
    }
  }
  for (const same of missing.values()) {
    const [notice] = same;
    if (!notice) continue;
    const names = [...new Set(same.map(({ finding }) => fieldNameOf(finding.path)))];
    rows.push({
      notice,
      message: names.length === 1 ? notice.finding.message : `Missing: ${names.join(', ')}.`,
      advice: sumsUp && names.length > 1 ? '' : notice.finding.fix,
    });
  }
  return [...rows.filter((row) => blocks(row.notice)), ...rows.filter((row) => !blocks(row.notice))];
}

function FindingRow({ row, jump }: { row: Row; jump: boolean }) {
  const { update, goTo } = useVisitTools();
  const { notice, message, advice } = row;
  const { fix, finding } = notice;
  const isError = blocks(notice);
  return (
    <li
      class={`finding tone-${isError ? 'bad' : 'warning'}`}
      data-finding={finding.id}
      data-notice={notice.key}
      tabIndex={-1}
    >
      <Icon name={isError ? 'stop' : 'warning'} />
      <p>
        <span class="for-screen-readers">
          {isError ? 'To fix: ' : asksForLook(notice) ? 'To look at: ' : 'To know: '}
        </span>
        {message} <span class="finding-fix">{advice}</span>
      </p>
      {fix ? (
        <Button class="small" title="Alt+Enter" onClick={() => update(fix.apply)}>
          {fix.label}
        </Button>
      ) : (
        jump &&
        finding.path !== '' && (
          <Button class="small" onClick={() => goTo(finding.path)}>
            Go
          </Button>
        )
      )}
    </li>
  );
}
