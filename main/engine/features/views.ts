import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import type { SavedView } from '../../../app/contract/views.ts';
import { err, ok } from '../../../app/kernel/result.ts';
import type { Store } from '../../store/index.ts';
import type { Emit } from '../emitter.ts';

export interface ViewsParts {
  readonly views: Store['savedViews'];
  readonly emit: Emit;
}

/** Calls about saved views. */
export function viewsHandlers({ views, emit }: ViewsParts): Handlers<Contract['views']> {
  const told = <T extends SavedView | object>(view: T | null) => {
    if (view === null) return err({ code: 'view-not-found' });
    emit('views.changed', {});
    return ok(view);
  };
  return {
    list: () => ok(views.list()),
    save: ({ name, view }, { at }) => told(views.add(name, view, at)),
    rename: ({ id, name }) => told(views.rename(id, name)),
    replace: ({ id, view }) => told(views.replace(id, view)),
    remove: ({ id }, { at }) => told(views.remove(id, at) ? {} : null),
    restore: ({ id }) => told(views.restore(id)),
  };
}
