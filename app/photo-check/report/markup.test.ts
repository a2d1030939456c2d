import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, html, Markup, ownPicture, webAddress } from './markup.ts';

const hostile = ['<script>alert(1)</script>', '" onload="x', "' onerror='x", '&lt;', '</style><style>', '<!--', ']]>', '\u202Egpj.exe', '\u0000<b>'];

describe('text in markup', () => {
  it('cannot leave its place', () => {
    for (const text of hostile) {
      const { text: page } = html`<p title="${text}">${text}</p>`;
      expect(page.match(/</g)).toHaveLength(2);
      expect(page.match(/"/g)).toHaveLength(2);
      expect(page.includes('\u0000') || page.includes('\u202E')).toBe(false);
    }
  });

  it('is what it was once a reader undoes the entities', () => {
    const read = (page: string): string => page.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    fc.assert(fc.property(fc.string(), (text) => {
      expect(read(escapeText(text))).toBe(text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '\uFFFD'));
      expect(escapeText(text)).not.toMatch(/[<>"']/);
    }));
  });

  it('is joined from lists, and markup is not escaped twice', () => {
    expect(html`<ul>${['a', 'b<'].map((item) => html`<li>${item}</li>`)}</ul>${null}${3}`.text).toBe('<ul><li>a</li><li>b&lt;</li></ul>3');
    expect(html`${new Markup('<br>')}`.text).toBe('<br>');
  });
});

describe('addresses', () => {
  it.each(['https://example.com/a?b=c#d', 'http://x.y'])('%s may be linked to', (url) => expect(webAddress(url)).toBe(url));
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' https://x.y', 'https://x.y/"onclick', 'https://x y', '//x.y', ''])('%s may not', (url) => expect(webAddress(url)).toBeNull());
  it('of pictures hold the picture', () => {
    expect(ownPicture('data:image/webp;base64,UklGRg==')).not.toBeNull();
    for (const address of ['https://x.y/a.png', 'data:image/svg+xml;base64,PHN2Zz4=', 'data:image/png;base64,"onload', 'data:text/html;base64,AAAA', null]) expect(ownPicture(address)).toBeNull();
  });
});
