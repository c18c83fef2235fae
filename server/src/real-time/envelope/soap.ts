/** The envelope as SOAP 1.2, the account in its header (WS-Security). */

import { err, type Result } from '@claimside/shared/values';
import type { XmlElement } from '@rgrove/parse-xml';
import { type RealTimeTrouble, troubleOf } from '../trouble.ts';
import { headerValue } from './content-type.ts';
import {
  type EnvelopeForm,
  type FieldsRead,
  type FieldsToWrite,
  type HttpMessage,
  PASSWORD,
  PAYLOAD,
  USER_NAME,
} from './form.ts';
import { gathered } from './gather.ts';
import { faultOf } from './soap-fault.ts';
import { cdata, elementAt, elementsIn, escaped, localName, readXml } from './xml.ts';

export const SOAP_ACTION = 'RealTimeTransaction';

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const SOAP_NAMESPACE = 'http://www.w3.org/2003/05/soap-envelope';
const CORE_NAMESPACE = 'http://www.caqh.org/SOAP/WSDL/CORERule2.2.0.xsd';
const XML_TYPES = new Set(['application/soap+xml', 'text/xml', 'application/xml']);

export const SOAP: EnvelopeForm = {
  write(kind, fields): HttpMessage {
    const root = `core:COREEnvelopeRealTime${kind}`;
    const text = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<soap:Envelope xmlns:soap="${SOAP_NAMESPACE}">`,
      `<soap:Header>${security(fields)}</soap:Header>`,
      `<soap:Body><${root} xmlns:core="${CORE_NAMESPACE}">`,
      ...fields.flatMap(fieldElement),
      `</${root}></soap:Body>`,
      '</soap:Envelope>',
    ].join('\n');
    return {
      contentType: `application/soap+xml; charset=UTF-8; action="${SOAP_ACTION}"`,
      body: Buffer.from(text),
    };
  },

  read(kind, { contentType, body }): Result<FieldsRead, RealTimeTrouble> {
    const { value, parameters } = headerValue(contentType);
    if (!XML_TYPES.has(value)) return err(troubleOf('CONTENT-TYPE'));
    const xml = readXml(body, parameters.get('charset'));
    if (!xml.ok) return xml;
    const soapBody = localName(xml.value) === 'envelope' ? elementAt(xml.value, 'body') : undefined;
    const [first] = soapBody ? elementsIn(soapBody) : [];
    if (first && localName(first) === 'fault') return err(faultOf(first));
    if (!first || localName(first) !== `coreenveloperealtime${kind.toLowerCase()}`)
      return err(troubleOf('NO-ENVELOPE'));
    return gathered([...accountIn(xml.value), ...elementsIn(first).map(fieldOf)]);
  },
};

const textIn = (value: Uint8Array) => Buffer.from(value).toString('utf8');

function fieldElement([name, value]: FieldsToWrite[number]): string[] {
  if (name === USER_NAME || name === PASSWORD) return [];
  const text = textIn(value);
  return [`<${name}>${name === PAYLOAD ? cdata(text) : escaped(text)}</${name}>`];
}

function security(fields: FieldsToWrite): string {
  const [user, password] = [USER_NAME, PASSWORD].map((name) => fields.find(([own]) => own === name)?.[1]);
  if (!user || !password) return '';
  return [
    `<wsse:Security xmlns:wsse="${OASIS}-wssecurity-secext-1.0.xsd" soap:mustUnderstand="true"><wsse:UsernameToken>`,
    `<wsse:Username>${escaped(textIn(user))}</wsse:Username>`,
    `<wsse:Password Type="${OASIS}-username-token-profile-1.0#PasswordText">${escaped(textIn(password))}</wsse:Password>`,
    '</wsse:UsernameToken></wsse:Security>',
  ].join('');
}

function accountIn(envelope: XmlElement) {
  const token = elementAt(envelope, 'header', 'security', 'usernametoken');
  return token ? elementsIn(token).map(fieldOf).filter(isOfAccount) : [];
}

const isOfAccount = ({ name }: { readonly name: string }) => ['username', 'password'].includes(name);

function fieldOf(element: XmlElement) {
  const name = localName(element);
  return { name, value: Buffer.from(element.text), at: { field: name } };
}
