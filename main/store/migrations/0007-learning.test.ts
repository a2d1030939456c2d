import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

it('takes what an own defect learnt and found along with the defect, and what was found along with the photo', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 7));
  db.exec(`
    insert into photos (id, path, name, sort_key, bytes, modified_ms, state, imported_at) values ('p', '/p', 'p', 'p', 1, 1, 'waiting', 1), ('q', '/q', 'q', 'q', 1, 1, 'waiting', 1);
    insert into defects (id, name, about, created_at) values ('own-a', 'A', '', 1), ('own-b', 'B', '', 1);
    insert into defect_models (defect_id, version, trained_at, embedding, model, weights, report) values ('own-a', 1, 1, 'm 1', '{}', x'00', '{}'), ('own-b', 1, 1, 'm 1', '{}', x'00', '{}');
    insert into own_findings values ('p', 'own-a', 1, 0.9), ('p', 'own-b', 1, 0.8), ('q', 'own-b', 1, 0.7);
    delete from defects where id = 'own-a';
    delete from photos where id = 'q';`);
  expect(db.prepare('select defect_id from defect_models').all()).toEqual([{ defect_id: 'own-b' }]);
  expect(db.prepare('select photo_id, defect_id from own_findings').all()).toEqual([{ photo_id: 'p', defect_id: 'own-b' }]);
  db.close();
});

it('finds standing words by their aspect without reading all events', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 7));
  const plan = db.prepare<[], { detail: string }>(`explain query plan select id from pending_events where aspect = 'photo.feedback' and undone_at is null and compensates is null order by seq`).all();
  expect(plan.map(({ detail }) => detail).join()).toContain('pending_events_standing');
  db.close();
});
