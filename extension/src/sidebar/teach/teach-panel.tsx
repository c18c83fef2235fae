/** Teaching a page: every part in sight, what would be read beside it, and what is missing for billing. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Banner, Button, ConfirmDialog, Loading, Notice } from '../../ui/parts/index.ts';
import type { PageLink } from '../page-link.ts';
import { ColumnsOfServices } from './columns.tsx';
import { usePlacesShown } from './places-shown.ts';
import { RowToTeach } from './row.tsx';
import { rowOf, TEACH_GROUPS } from './rows.ts';
import './teach.css';
import { type AtRow, isChanged, type Keeping, mayKeep, type Teaching } from './teaching.ts';
import { type Acts, useTeaching } from './use-teaching.ts';
import { WouldRead } from './would-read.tsx';

export function TeachPanel(props: {
  link: PageLink;
  ehr: string | undefined;
  onSaved(): void;
  onLeave(): void;
}) {
  const { teaching, acts } = useTeaching(props.link, props.ehr, props.onSaved);
  const { lesson } = teaching;
  const [isLeaving, setLeaving] = useState(false);
  const leave = () => (lesson && isChanged(lesson) ? setLeaving(true) : props.onLeave());
  const panel = useRef<HTMLElement>(null);
  usePlacesShown(panel, acts.show);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      class="teach"
      ref={panel}
      aria-labelledby="teach-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isLeaving) return;
        event.preventDefault();
        if (lesson?.now?.is === 'pointing') acts.stopPointing();
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
      <Content teaching={teaching} acts={acts} />
      {isLeaving && (
        <ConfirmDialog
          title="Leave without saving?"
          confirm="Leave"
          onConfirm={() => {
            acts.giveUp();
            props.onLeave();
          }}
          onCancel={() => setLeaving(false)}
        >
          <p>What you taught since the last saving will be lost.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function Content({ teaching, acts }: { teaching: Teaching; acts: Acts }) {
  if (teaching.at === 'starting') return <Loading what="the page" />;
  if (teaching.at !== 'page') {
    return (
      <Notice
        title="The page was left"
        actions={
          <Button icon="retry" onClick={acts.goOn}>
            Go on here
          </Button>
        }
      >
        <p>What you taught so far is kept until you leave this view. Go on where the page is open again.</p>
      </Notice>
    );
  }
  const { host, lesson } = teaching;
  const { now, list, keeping } = lesson;
  return (
    <>
      <div class="teach-body">
        {lesson.isResumed && (
          <Banner
            tone="progress"
            action={
              <Button kind="quiet" class="small" onClick={() => void acts.beginAnew()}>
                Begin anew
              </Button>
            }
          >
            Going on with what was taught in this tab before the page was loaded again. It is not saved yet.
          </Banner>
        )}
        {lesson.isOff && (
          <Banner tone="warning">
            What was taught for {host} is switched off, and is shown here as it would read. Saving switches it
            on again.
          </Banner>
        )}
        <p class="dim">
          Press Point, then click the value in the page. Claimside keeps where it stands, never what. Until
          you save, it holds for this tab only.
        </p>
        {TEACH_GROUPS.map(({ title, hint, rows, isMore }) => {
          const parts = (
            <ul class="teach-rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <RowToTeach row={row} lesson={lesson} acts={acts} />
                  {now?.is === 'asked' && now.row === row.id && <Question asked={now} acts={acts} />}
                  {row.id === 'lines' && list?.lines && (
                    <ColumnsOfServices columns={list.lines.headers} acts={acts} />
                  )}
                </li>
              ))}
            </ul>
          );
          return isMore ? (
            <details key={title} class="teach-group">
              <summary>{title}</summary>
              {parts}
            </details>
          ) : (
            <section key={title} class="teach-group" aria-label={title}>
              <h3>{title}</h3>
              {hint && <p class="small dim">{hint}</p>}
              {parts}
            </section>
          );
        })}
        <WouldRead recipe={lesson.recipe} capture={lesson.capture} />
      </div>
      <div class="teach-foot">
        {typeof keeping === 'object' && <Banner tone="bad">{keeping.failed}</Banner>}
        <Button
          kind="main"
          aria-disabled={mayKeep(lesson) ? undefined : 'true'}
          onClick={() => void acts.save()}
        >
          {saveWords(keeping)} · {host}
        </Button>
      </div>
    </>
  );
}

function saveWords(keeping: Keeping): string {
  if (keeping === 'saving') return 'Saving for the practice';
  return `${keeping === 'saved' ? 'Saved' : 'Save'} for the practice`;
}

/** The place's own label says that it is something else. */
function Question({ asked, acts }: { asked: Extract<AtRow, { is: 'asked' }>; acts: Acts }) {
  const meant = rowOf(asked.row);
  const said = rowOf(asked.says);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('button')?.focus(), []);
  if (!meant || !said) return null;
  return (
    <div class="teach-question" role="alert" ref={first}>
      <p>
        {asked.isWhole
          ? `“${asked.pointed.value?.raw ?? ''}” looks like the whole name. What is it?`
          : `The page calls this “${said.label}”. What is it?`}
      </p>
      {(asked.isWhole ? [said, meant] : [meant, said]).map(({ id, label }) => (
        <Button key={id} class="small" onClick={() => acts.answer(id === meant.id ? asked.row : asked.says)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
