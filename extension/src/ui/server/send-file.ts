/** Sends a file and tells how much of it has left, which `fetch` does not; it can be stopped on the way. */

export interface WatchedFile {
  /** From 0 to 1; 1 once the server has all of it. */
  onSent(share: number): void;
  /** Stops it. */
  readonly signal: AbortSignal;
}

interface FileToSend {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: File;
  /** It is given up after so many milliseconds. */
  readonly timeout: number;
}

/** The answer, whatever it says; rejects where none comes, or where it was stopped. */
export function sendFile(
  url: string,
  { headers, body, timeout }: FileToSend,
  { onSent, signal }: WatchedFile,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'blob';
    request.timeout = timeout;
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onSent(1);
    request.onload = () => resolve(responseOf(request));
    const fail = () => reject(new Error('no answer'));
    request.onerror = fail;
    request.ontimeout = fail;
    request.onabort = fail;
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) fail();
    else request.send(body);
  });
}

function responseOf(request: XMLHttpRequest): Response {
  const type = request.getResponseHeader('content-type');
  return new Response(request.response as Blob, {
    status: request.status,
    ...(type !== null && { headers: { 'content-type': type } }),
  });
}
