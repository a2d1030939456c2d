import { describe, expect, it } from 'vitest';
import { firstBrokenLink } from './audit.ts';
import { testStore } from './test-store.ts';

async function auditedStore() {
  const { db, store } = await testStore();
  for (let n = 1; n <= 10; n += 1) {
    store.audit.append({ at: n, actor: 'owner', role: 'owner', call: 'photos.decide', outcome: 'accepted', input: `{"n":${n}}` });
  }
  return db;
}

/** What somebody with a hand in the file could do: no trigger stops them. */
const withoutTriggers = 'drop trigger audit_is_never_updated; drop trigger audit_is_never_deleted;';

describe('the audit chain', () => {
  it('is whole as written', async () => {
    expect(firstBrokenLink(await auditedStore())).toBeNull();
  });

  it.each([
    ['a changed input', `update audit set input = '{}' where seq = 4`, 4],
    ['a changed actor', `update audit set actor = 'somebody' where seq = 7`, 7],
    ['a refusal turned into leave', `update audit set outcome = 'forbidden' where seq = 2`, 2],
    ['a row taken out', 'delete from audit where seq = 5', 5],
    ['the first row taken out', 'delete from audit where seq = 1', 1],
    ['the last rows cut off', 'delete from audit where seq > 8', 9],
    ['two rows changed about', `update audit set seq = 100 where seq = 3; update audit set seq = 3 where seq = 4; update audit set seq = 4 where seq = 100`, 3],
  ])('shows %s', async (_, tampering, at) => {
    const db = await auditedStore();
    db.exec(withoutTriggers);
    db.exec(tampering);
    expect(firstBrokenLink(db)).toBe(at);
  });
});
