import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import { ok } from '../../../app/kernel/result.ts';
import type { SettingsStore } from '../../store/settings.ts';
import type { Emit } from '../emitter.ts';

export interface SettingsParts {
  readonly settings: SettingsStore;
  readonly emit: Emit;
}

export const settingsHandlers = ({ settings, emit }: SettingsParts): Handlers<Contract['settings']> => ({
  get: () => ok(settings.get()),
  set(changes) {
    const stored = settings.set(changes);
    emit('settings.changed', stored);
    if (changes.channels !== undefined) emit('photos.changed', { ids: null });
    return ok(stored);
  },
});
