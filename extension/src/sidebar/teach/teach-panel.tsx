/** Teaching a page: every part in sight, what would be read beside it, and what is missing for billing. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Banner, Button, ConfirmDialog, Loading, Notice } from '../../ui/parts/index.ts';
import type { PageLink } from '../page-link.ts';
import { ColumnsOfServices } from './columns.tsx';
import { RowToTeach } from './row.tsx';
import { rowOf, TEACH_GROUPS } from './rows.ts';
import './teach.css';
import { type Teaching, useTeaching } from './use-teaching.ts';
import { WouldRead } from './would-read.tsx';

export function TeachPanel(props: {
  link: PageLink;
  ehr: string | undefined;
  onSaved(): void;
  onLeave(): void;
}) {
  const teaching = useTeaching(props.link, props.ehr, props.onSaved);
  const [isLeaving, setLeaving] = useState(false);
  const leave = () => (teaching.isChanged ? setLeaving(true) : props.onLeave());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      class="teach"
      aria-labelledby="teach-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isLeaving) return;
        event.preventDefault();
        if (teaching.pointing) teaching.stopPointing();
        else leave();
      }}
    >
      <div class="teach-head">
        <h2 id="teach-title" ref={heading} tabIndex={-1}>
          Teach Claimside this page
        </h2>
        <Button kind="quiet" icon="back" onClick={leave}>
          Back
        </Button>
      </div>
      <Content teaching={teaching} />
      {isLeaving && (
        <ConfirmDialog
          title="Leave without saving?"
          confirm="Leave"
          onConfirm={props.onLeave}
          onCancel={() => setLeaving(false)}
        >
          <p>What you taught since the last saving will be lost.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function Content({ teaching }: { teaching: Teaching }) {
  if (teaching.state === 'starting') return <Loading what="the page" />;
  if (teaching.state === 'gone') {
    return (
      <Notice
        title="The page was left"
        actions={
          <Button icon="retry" onClick={teaching.goOn}>
            Go on here
          </Button>
        }
      >
        <p>What you taught so far is kept until you leave this view. Go on where the page is open again.</p>
      </Notice>
    );
  }
  return (
    <>
      <div class="teach-body">
        <p class="dim">
          Press Point, then click the value in the page. Claimside keeps where it stands, never what. Save
          before you go to another page of the chart.
        </p>
        {TEACH_GROUPS.map(({ title, rows, isMore }) => {
          const list = (
            <ul class="teach-rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <RowToTeach row={row} teaching={teaching} />
                  {teaching.doubt?.row === row.id && <Question teaching={teaching} />}
                  {row.id === 'lines' && <ColumnsOfServices teaching={teaching} />}
                </li>
              ))}
            </ul>
          );
          return isMore ? (
            <details key={title} class="teach-group">
              <summary>{title}</summary>
              {list}
            </details>
          ) : (
            <section key={title} class="teach-group" aria-label={title}>
              <h3>{title}</h3>
              {list}
            </section>
          );
        })}
        <WouldRead teaching={teaching} />
      </div>
      <div class="teach-foot">
        {typeof teaching.saving === 'object' && <Banner tone="bad">{teaching.saving.failed}</Banner>}
        <Button
          kind="main"
          aria-disabled={!teaching.isChanged || teaching.saving === 'saving' ? 'true' : undefined}
          onClick={() => teaching.isChanged && teaching.saving !== 'saving' && void teaching.save()}
        >
          {saveWords(teaching)}
        </Button>
      </div>
    </>
  );
}

function saveWords({ saving, isChanged, host }: Teaching): string {
  if (saving === 'saving') return 'Saving';
  return `${saving === 'saved' && !isChanged ? 'Saved' : 'Save'} for the practice · ${host}`;
}

/** The place's own label says that it is something else. */
function Question({ teaching }: { teaching: Teaching }) {
  const { doubt } = teaching;
  const meant = doubt && rowOf(doubt.row);
  const said = doubt && rowOf(doubt.says);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('button')?.focus(), []);
  if (!doubt || !meant || !said) return null;
  return (
    <div class="teach-question" role="alert" ref={first}>
      <p>The page calls this “{said.label}”. What is it?</p>
      <Button class="small" onClick={() => teaching.answer(doubt.row)}>
        {meant.label}
      </Button>
      <Button class="small" onClick={() => teaching.answer(doubt.says)}>
        {said.label}
      </Button>
    </div>
  );
}
