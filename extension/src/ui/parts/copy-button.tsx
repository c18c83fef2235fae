/** Copies a text that people carry elsewhere: a claim number, a file name. */
import { useState } from 'preact/hooks';
import { IconButton } from './button.tsx';

/** `what` names the text in the button's label, such as `file name`. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <IconButton
      label={`${isCopied ? 'Copied' : 'Copy'} ${what}`}
      icon={isCopied ? 'check' : 'copy'}
      onClick={() => void copy()}
    />
  );
}
