import { describe, expect, it } from 'vitest';
import { mayLoad } from './lockdown.ts';

describe('mayLoad', () => {
  it.each(['app://vitrine/index.html', 'media://photo/a/thumb', 'blob:app://vitrine/1', 'data:image/png;base64,', 'devtools://devtools/bundled/x.html'])('lets %s through', (address) => {
    expect(mayLoad(address)).toBe(true);
  });

  it.each(['https://example.com/', 'http://127.0.0.1:1/', 'ws://127.0.0.1:1/', 'wss://example.com', 'ftp://example.com/', 'file:///etc/passwd', 'chrome-extension://x/', 'filesystem:app://x', 'not an address', ''])(
    'stops %s',
    (address) => {
      expect(mayLoad(address)).toBe(false);
    },
  );
});
