/**
 * Reads the value that a bundled JavaScript module assigns (`….exports = <literal>`) without running the module:
 * object, array, string, number, and the minified booleans `!0` and `!1`. Anything else is refused.
 */
export function readModuleLiteral(source: string): unknown {
  const start = /\.exports=(?=["'{[])(?!\{\}\})/.exec(source);
  if (start === null) throw new SyntaxError('the module assigns no literal to exports');
  return new LiteralReader(source, start.index + start[0].length).value();
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' };

class LiteralReader {
  readonly #source: string;
  #at: number;

  constructor(source: string, at: number) {
    this.#source = source;
    this.#at = at;
  }

  value(): unknown {
    const next = this.#source[this.#at];
    if (next === '{') return this.#object();
    if (next === '[') return this.#array();
    if (next === '"' || next === "'") return this.#string();
    return this.#word();
  }

  #object(): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    this.#list('{', '}', () => {
      const quoted = this.#source[this.#at] === '"' || this.#source[this.#at] === "'";
      const key = quoted ? this.#string() : this.#match(/[A-Za-z_$][\w$]*|\d+/y);
      this.#expect(':');
      entries.push([key, this.value()]);
    });
    return Object.fromEntries(entries);
  }

  #array(): unknown[] {
    const values: unknown[] = [];
    this.#list('[', ']', () => values.push(this.value()));
    return values;
  }

  #list(open: string, close: string, item: () => void): void {
    this.#expect(open);
    while (this.#source[this.#at] !== close) {
      item();
      if (this.#source[this.#at] !== close) this.#expect(',');
    }
    this.#at += 1;
  }

  #string(): string {
    const quote = this.#source[this.#at];
    const plain = quote === '"' ? /[^"\\]*/y : /[^'\\]*/y;
    this.#at += 1;
    let text = '';
    for (;;) {
      text += this.#match(plain);
      const next = this.#source[this.#at];
      if (next === undefined) throw new SyntaxError('a string never ends');
      if (next === quote) break;
      const [character, length] = this.#escaped(this.#at);
      text += character;
      this.#at += length;
    }
    this.#at += 1;
    return text;
  }

  #escaped(at: number): [character: string, length: number] {
    const kind = this.#source[at + 1] ?? '';
    const digits = kind === 'u' ? 4 : kind === 'x' ? 2 : 0;
    if (digits === 0) return [escapes[kind] ?? kind, 2];
    return [String.fromCharCode(Number.parseInt(this.#source.slice(at + 2, at + 2 + digits), 16)), 2 + digits];
  }

  #word(): unknown {
    const word = this.#match(/!0|!1|true|false|null|-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/y);
    if (word === '!0' || word === 'true') return true;
    if (word === '!1' || word === 'false') return false;
    return word === 'null' ? null : Number(word);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0];
    if (found === undefined) throw new SyntaxError(`no literal at offset ${this.#at}`);
    this.#at += found.length;
    return found;
  }

  #expect(character: string): void {
    if (this.#source[this.#at] !== character) {
      throw new SyntaxError(`"${character}" expected at offset ${this.#at}`);
    }
    this.#at += 1;
  }
}
