import { v7 as uuid } from 'uuid';
import { DeskView, type SavedView } from '../../app/contract/views.ts';
import type { WritableDb } from './db.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly view: string;
}

/** Views of the photo desk that were given names. Removed ones stay, so that each can be brought back to its place. */
export function savedViewsOf(db: WritableDb) {
  const listed = db.prepare<[], Row>('select id, name, view from saved_views where removed_at is null order by seq');
  const one = db.prepare<[string], Row>('select id, name, view from saved_views where id = ? and removed_at is null');
  const insert = db.prepare<[string, string, string, number]>('insert into saved_views (id, name, view, created_at) values (?, ?, ?, ?)');
  const setName = db.prepare<[string, string]>('update saved_views set name = ? where id = ? and removed_at is null');
  const setView = db.prepare<[string, string]>('update saved_views set view = ? where id = ? and removed_at is null');
  const remove = db.prepare<[number, string]>('update saved_views set removed_at = ? where id = ? and removed_at is null');
  const restore = db.prepare<[string]>('update saved_views set removed_at = null where id = ?');

  /** A view of another version, or spoilt by a hand in the file, shows everything rather than keeping the desk from opening. */
  const toView = ({ id, name, view }: Row): SavedView => {
    const parsed = DeskView.safeParse(JSON.parse(view));
    return { id, name, view: parsed.success ? parsed.data : DeskView.parse({}) };
  };
  const get = (id: string): SavedView | null => {
    const row = one.get(id);
    return row === undefined ? null : toView(row);
  };

  return {
    list: (): SavedView[] => listed.all().map(toView),
    add(name: string, view: DeskView, at: number): SavedView {
      const id = uuid();
      insert.run(id, name, JSON.stringify(view), at);
      return { id, name, view };
    },
    /** each null where there is no such view */
    rename: (id: string, name: string): SavedView | null => (setName.run(name, id).changes > 0 ? get(id) : null),
    replace: (id: string, view: DeskView): SavedView | null => (setView.run(JSON.stringify(view), id).changes > 0 ? get(id) : null),
    remove: (id: string, at: number): boolean => remove.run(at, id).changes > 0,
    restore: (id: string): SavedView | null => (restore.run(id).changes > 0 ? get(id) : null),
  };
}
