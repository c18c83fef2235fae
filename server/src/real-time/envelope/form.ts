/** The two forms of one envelope, SOAP and MIME: what both must be able to do. */
import type { Result } from '@claimside/shared/values';
import type { RealTimeTrouble } from '../trouble.ts';

export type EnvelopeKind = 'Request' | 'Response';

/** Names as CORE spells them. */
export type FieldsToWrite = readonly (readonly [name: string, value: Uint8Array])[];

/** By lower-case name, as spellings differ. */
export type FieldsRead = ReadonlyMap<string, Uint8Array>;

export interface HttpMessage {
  readonly contentType: string;
  readonly body: Uint8Array;
}

export interface EnvelopeForm {
  write(kind: EnvelopeKind, fields: FieldsToWrite): HttpMessage;
  /** Never throws because of content. */
  read(kind: EnvelopeKind, message: HttpMessage): Result<FieldsRead, RealTimeTrouble>;
}

export const USER_NAME = 'UserName';
export const PASSWORD = 'Password';
export const PAYLOAD = 'Payload';
