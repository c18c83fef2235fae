/** A paper about a claim as a page of its own: to look over, print or save as PDF. The address names ids only. */
import { useMutation } from '@tanstack/preact-query';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, Failed, Loading, Notice, Select } from '../ui/parts/index.ts';
import { saveFile } from '../ui/save-file.ts';
import {
  type PaperAsked,
  ServerProvider,
  sentenceOf,
  usePairing,
  usePaper,
  useServer,
} from '../ui/server/index.ts';
import '../ui/tokens.css';
import { paperIn } from './address.ts';
import './paper.css';
import { Sheet } from './sheet.tsx';

export function mount(root: HTMLElement): void {
  document.documentElement.classList.add('page');
  render(
    <ServerProvider>
      <Page asked={paperIn(location.search)} />
    </ServerProvider>,
    root,
  );
}

function Page({ asked }: { asked: PaperAsked | undefined }) {
  const pairing = usePairing();
  if (!asked) return <Notice title="No paper is named. Open this page from a claim." />;
  if (pairing.kind === 'loading') return <Loading what="Claimside" />;
  if (pairing.kind === 'unpaired') return <Notice title="This browser is not paired with a practice." />;
  return <PaperPage first={asked} />;
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
        {asked.kind === 'superbill' && (
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
