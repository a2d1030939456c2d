import type { Label } from '../../../../../app/photo-check/learning/defects/types.ts';
import { useCommand } from '../../../../bridge/index.ts';
import { useUndoable } from '../../../../shell/undo.tsx';
import { useLearningWords } from '../use-learning-words.ts';

/** What a person does with a defect of their own; each can be taken back. */
export function useDefectActions() {
  const { t } = useLearningWords();
  const done = useUndoable();
  const { mutateAsync: create } = useCommand('defects.create');
  const { mutateAsync: edit } = useCommand('defects.edit');
  const { mutateAsync: remove } = useCommand('defects.remove');
  const { mutateAsync: restore } = useCommand('defects.restore');
  const { mutateAsync: label } = useCommand('defects.label');
  const { mutateAsync: undo } = useCommand('photos.undo');
  const { mutate: train } = useCommand('defects.train');
  const { mutateAsync: turn } = useCommand('defects.switch');
  const { mutateAsync: use } = useCommand('defects.use');
  /** True where it came through. A command that fails shows a toast by itself: nothing is left to do here. */
  async function settle(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch {
      return false;
    }
  }

  return {
    /** the new defect's id; null where it could not be made */
    async create(name: string, about: string): Promise<string | null> {
      let made: string | null = null;
      await settle(async () => {
        const { id } = await create({ name, about });
        made = id;
        done(t('learning:done.created', { name }), () => remove({ id }));
      });
      return made;
    },
    edit: (id: string, before: { name: string; about: string }, after: { name: string; about: string }) =>
      settle(async () => {
        await edit({ id, ...after });
        done(t('learning:done.edited', { name: after.name }), () => edit({ id, ...before }));
      }),
    remove: (id: string, name: string) =>
      settle(async () => {
        await remove({ id });
        done(t('learning:done.removed', { name }), () => restore({ id }));
      }),
    /** `back` hears when the label is taken back; who passes it shows by itself what was said, and wants no toast */
    label: (id: string, photo: { photoId: string; name: string }, said: Label, back?: () => void) =>
      settle(async () => {
        const { eventIds } = await label({ id, photoIds: [photo.photoId], label: said });
        done(t(`learning:done.${said}`, { name: photo.name }), async () => {
          await undo({ eventIds });
          back?.();
        }, back !== undefined);
      }),
    train: (id: string): void => train({ id }),
    turn: (id: string, name: string, on: boolean) =>
      settle(async () => {
        await turn({ id, on });
        done(t(on ? 'learning:done.on' : 'learning:done.off', { name }), () => turn({ id, on: !on }));
      }),
    use: (id: string, before: number | null, version: number) =>
      settle(async () => {
        await use({ id, version });
        if (before !== null) done(t('learning:done.used', { version }), () => use({ id, version: before }));
      }),
  };
}

export type DefectActions = ReturnType<typeof useDefectActions>;
