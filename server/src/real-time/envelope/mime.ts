/** The envelope as a form of many parts (`multipart/form-data`), one for each field. */
import { err, type Result } from '@claimside/shared/values';
import { type RealTimeTrouble, troubleOf } from '../trouble.ts';
import { headerValue } from './content-type.ts';
import type { EnvelopeForm, FieldsRead, FieldsToWrite, HttpMessage } from './form.ts';
import { gathered } from './gather.ts';
import { readMultipart } from './multipart.ts';

export const MIME: EnvelopeForm = {
  write(_kind, fields): HttpMessage {
    const boundary = boundaryFor(fields);
    const pieces = fields.flatMap(([name, value]) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      value,
      Buffer.from('\r\n'),
    ]);
    return {
      contentType: `multipart/form-data; boundary=${boundary}`,
      body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
    };
  },

  read(_kind, { contentType, body }): Result<FieldsRead, RealTimeTrouble> {
    if (!headerValue(contentType).value.startsWith('multipart/')) return err(troubleOf('CONTENT-TYPE'));
    const parts = readMultipart(contentType, body);
    if (!parts.ok) return parts;
    const named = parts.value.filter(({ name }) => name !== '');
    if (named.length === 0) return err(troubleOf('PART', { at: { byte: parts.value[0]?.byte ?? 0 } }));
    return gathered(named.map(({ name, bytes, byte }) => ({ name, value: bytes, at: { byte } })));
  },
};

/** One that stands in no value. */
function boundaryFor(fields: FieldsToWrite): string {
  for (let nth = 0; ; nth += 1) {
    const boundary = `----claimside-${nth}`;
    if (fields.every(([, value]) => Buffer.from(value).indexOf(boundary) < 0)) return boundary;
  }
}
