/** A paper as a page of its own: to look over, print or save as PDF. The address names ids only. */
import type { SelfPayVisit } from '@claimside/shared/api';
import { AFTER_INSURANCE } from '@claimside/shared/papers';
import { useMutation } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { mountPage } from '../ui/own-page.tsx';
import { Button, Failed, Loading, Notice, Select } from '../ui/parts/index.ts';
import { saveFile } from '../ui/save-file.ts';
import { type PaperAsked, sentenceOf, usePaper, useServer } from '../ui/server/index.ts';
import { type PaperNamed, paperIn } from './address.ts';
import './paper.css';
import { Sheet } from './sheet.tsx';
import { keptVisit } from './visit-kept.ts';

export function mount(root: HTMLElement): void {
  mountPage(root, <Named named={paperIn(location.search)} />);
}

function Named({ named }: { named: PaperNamed | undefined }) {
  if (!named) return <Notice title="No paper is named. Open this page from a claim." />;
  return named.kind === 'self-pay' ? <OfVisit kept={named.kept} /> : <PaperPage first={named} />;
}

function OfVisit({ kept }: { kept: string }) {
  const [visit, setVisit] = useState<SelfPayVisit | 'gone'>();
  useEffect(() => {
    void keptVisit(browser.storage.session, kept).then((found) => setVisit(found ?? 'gone'));
  }, [kept]);
  if (visit === undefined) return <Loading what="the visit" />;
  if (visit === 'gone')
    return (
      <Notice title="This superbill was kept until the browser was closed. Open it from the visit again." />
    );
  return <PaperPage first={{ kind: 'self-pay', visit }} />;
}

const WHOSE = [
  ['insured', 'Insured patient'],
  ['self-pay', 'Patient who pays without insurance'],
] as const;

function PaperPage({ first }: { first: PaperAsked }) {
  const [asked, setAsked] = useState(first);
  const paper = usePaper(asked);
  const title = paper.data?.title;
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  return (
    <main class="paper-page">
      <div class="not-printed paper-tools">
        {asked.kind === 'cms-1500' ? (
          <>
            <SavePdf asked={asked} title={title} kind="main" words="Save PDF for the red form" />
            <SavePdf asked={{ ...asked, print: 'check' }} title={title} words="Save this list as PDF" />
          </>
        ) : (
          <>
            <Button kind="main" disabled={!paper.data} onClick={() => print()}>
              Print
            </Button>
            <SavePdf asked={asked} title={title} words="Save as PDF" />
          </>
        )}
        {asked.kind === 'superbill' && title !== AFTER_INSURANCE && (
          <Select
            label="For"
            value={asked.for}
            choices={WHOSE}
            onChoose={(whose) => setAsked({ ...asked, for: whose })}
          />
        )}
      </div>
      {paper.data ? (
        <Sheet paper={paper.data} />
      ) : paper.error ? (
        <Failed error={paper.error} onRetry={() => void paper.refetch()} />
      ) : (
        <Loading what="the paper" />
      )}
    </main>
  );
}

function SavePdf(props: {
  asked: PaperAsked;
  title: string | undefined;
  words: string;
  kind?: 'main' | 'normal';
}) {
  const { asked, title, words, kind = 'normal' } = props;
  const server = useServer();
  const save = useMutation({
    mutationFn: () => server.paperPdf(asked),
    onSuccess: (pdf) => saveFile(pdf, `${title ?? 'Paper'}.pdf`),
  });
  return (
    <>
      <Button kind={kind} disabled={save.isPending || title === undefined} onClick={() => save.mutate()}>
        {words}
      </Button>
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
    </>
  );
}
