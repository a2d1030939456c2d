import type { ModelFile } from '../manifest.ts';
import { readModuleLiteral } from './module-literal.ts';

/** The JSON value in a verified file; throws SyntaxError where it is none. */
export function decodeJson(file: ModelFile, bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  return file.encoding === 'js-literal' ? readModuleLiteral(text) : JSON.parse(text);
}

/** The bytes that a verified file stands for. */
export function decodeBytes(file: ModelFile, bytes: Buffer): Uint8Array {
  if (file.encoding !== 'js-base64') return bytes;
  const literal = readModuleLiteral(bytes.toString('latin1'));
  if (typeof literal !== 'string') throw new SyntaxError(`${file.path} holds no base64 text`);
  return Buffer.from(literal, 'base64');
}
