import { describe, expect, it } from 'vitest';
import { parseMediaAddress } from './media-address.ts';

describe('parseMediaAddress', () => {
  it('reads photo, id and variant', () => {
    expect(parseMediaAddress('media://photo/0190a1b2-c3d4/thumb')).toEqual({ kind: 'photo', id: '0190a1b2-c3d4', variant: 'thumb' });
    expect(parseMediaAddress('media://photo/a_B-9/off-white')).toMatchObject({ variant: 'off-white' });
  });

  it('reads a fixed copy', () => {
    expect(parseMediaAddress('media://fix/0190a1b2-c3d4/preview?v=1')).toEqual({ kind: 'fix', id: '0190a1b2-c3d4', variant: 'preview' });
  });

  it('lets a query through, with which pages see a picture afresh', () => {
    expect(parseMediaAddress('media://photo/a/thumb?v=3')).toMatchObject({ id: 'a', variant: 'thumb' });
  });

  it.each([
    ['parent folders', 'media://photo/../../etc/passwd'],
    ['parent folders as id', 'media://photo/../thumb'],
    ['escaped dots', 'media://photo/%2e%2e/thumb'],
    ['escaped slash', 'media://photo/a%2fb/thumb'],
    ['escaped backslash', 'media://photo/a%5Cb/thumb'],
    ['backslash', 'media://photo/..\\..\\secret/thumb'],
    ['NUL', 'media://photo/a%00/thumb'],
    ['an absolute path', 'media://photo//etc/passwd'],
    ['too many segments', 'media://photo/a/thumb/x'],
    ['no variant', 'media://photo/a'],
    ['an unknown variant', 'media://photo/a/original'],
    ['a variant in capitals', 'media://photo/a/THUMB'],
    ['another host', 'media://file/a/thumb'],
    ['a user name', 'media://x@photo/a/thumb'],
    ['a port', 'media://photo:1/a/thumb'],
    ['a fragment', 'media://photo/a/thumb#x'],
    ['an endless id', `media://photo/${'a'.repeat(65)}/thumb`],
    ['another scheme', 'file://photo/a/thumb'],
    ['no address at all', 'thumb'],
  ])('refuses %s', (_what, address) => {
    expect(parseMediaAddress(address)).toBeNull();
  });
});
