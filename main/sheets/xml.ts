import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';

export interface XmlHandlers {
  /** a tag opens; names without their namespace */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** asked between pieces: true = enough was read */
  readonly enough?: () => boolean;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML as it comes in. Rejects where it is not well-formed, or ends before its root does. */
export async function readXml(stream: Readable, { open, text, close, enough }: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => { throw error; });
  if (open) parser.on('opentag', (tag) => open(bare(tag.name), tag.attributes));
  if (text) parser.on('text', text);
  if (close) parser.on('closetag', (tag) => close(bare(tag.name)));
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(piece, { stream: true }));
      if (enough?.()) return;
    }
    parser.write(decoder.decode()).close();
  } finally {
    stream.destroy();
  }
}
